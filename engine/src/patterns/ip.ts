/**
 * IP addresses and ranges as AWS's engine reads them: an address becomes hexadecimal digits, a range the least and the
 * greatest of them.
 * https://github.com/aws/event-ruler
 */

const IPV4 = /^\d+\.\d+\.\d+\.\d+$/;
const IPV6 = /^[0-9a-fA-F:]*:[0-9a-fA-F:]*$/;
const IPV4_DIGITS = 8;
/** How IPv6 writes an IPv4 address; Java makes one of it. */
const MAPPED = `${"0".repeat(20)}ffff`;

export function looksLikeIp(text: string): boolean {
  return IPV4.test(text) || IPV6.test(text);
}

/** 8 or 32 hexadecimal digits; undefined for what is no address. */
export function canonicalIp(text: string): string | undefined {
  if (IPV4.test(text)) return ipv4Digits(text);
  if (!IPV6.test(text)) return undefined;
  const digits = ipv6Digits(text);
  return digits?.startsWith(MAPPED) ? digits.slice(MAPPED.length) : digits;
}

function ipv4Digits(text: string): string | undefined {
  const bytes = text.split(".").map(Number);
  if (bytes.some((byte) => byte > 255)) return undefined;
  return bytes.map((byte) => byte.toString(16).padStart(2, "0")).join("");
}

function ipv6Digits(text: string): string | undefined {
  const halves = text.split("::");
  if (halves.length > 2) return undefined;
  const groupsOf = (half: string): string[] => (half === "" ? [] : half.split(":"));
  const [before = [], after] = halves.map(groupsOf);
  const given = before.length + (after?.length ?? 0);
  if (after === undefined ? given !== 8 : given > 7) return undefined;
  const groups = [...before, ...Array<string>(8 - given).fill("0"), ...(after ?? [])];
  if (groups.some((group) => !/^[0-9a-fA-F]{1,4}$/.test(group))) return undefined;
  return groups.map((group) => group.toLowerCase().padStart(4, "0")).join("");
}

/** A range of addresses; both ends belong to it. */
export interface IpRange {
  readonly least: string;
  readonly greatest: string;
}

/** Reads `address/bits`; a text says what is wrong, in AWS's words. */
export function readCidr(text: string): IpRange | string {
  const [address = "", bits, ...more] = withoutEmptyEnd(text.split("/"));
  if (bits === undefined || more.length > 0) return "Malformed CIDR, one '/' required";
  // As Java reads an int.
  if (!/^[+-]?\d+$/.test(bits) || Math.abs(Number(bits)) > 2 ** 31 - 1) {
    return "Malformed CIDR, mask bits must be an integer";
  }
  const maskBits = Number(bits);
  if (maskBits < 0) return "Malformed CIDR, mask bits must not be negative";
  if (!looksLikeIp(address)) return `Nonstandard IP address: ${address}`;
  const least = canonicalIp(address);
  if (least === undefined) return `Invalid IP address: ${address}`;
  const version = least.length === IPV4_DIGITS ? 4 : 6;
  const allBits = least.length * 4;
  if (maskBits >= allBits) return `IPv${version} mask bits must be < ${allBits}`;
  const hostMask = (1n << BigInt(allBits - maskBits)) - 1n;
  const value = BigInt(`0x${least}`) | hostMask;
  const digits = (end: bigint): string => end.toString(16).padStart(least.length, "0");
  return { least: digits(value ^ hostMask), greatest: digits(value) };
}

/** Java's split leaves empty texts at the end out. */
function withoutEmptyEnd(parts: readonly string[]): readonly string[] {
  return parts.slice(0, parts.findLastIndex((part) => part !== "") + 1);
}

/** Whether the text is an address in the range. */
export function isInRange(text: string, { least, greatest }: IpRange): boolean {
  const digits = canonicalIp(text);
  return digits !== undefined && digits.length === least.length && digits >= least && digits <= greatest;
}
