// Stands in for the native logger of a VS Code that was installed without a compiler (see install.ts). VS Code imports
// it as an ES module and finds its names by reading the text, which is why each export has a line of its own.
const fs = require("node:fs");
const path = require("node:path");

const LEVELS = ["trace", "debug", "info", "warning", "error", "critical"];

class Logger {
  constructor(_type, name, file) {
    this.name = name;
    this.file = file;
    this.level = 2;
    this.bare = false;
  }
  write(level, message) {
    if (level < this.level || !this.file) return;
    const time = new Date().toISOString().replace("T", " ").slice(0, 23);
    try {
      fs.appendFileSync(this.file, this.bare ? message : `${time} [${LEVELS[level]}] ${message}\n`);
    } catch {
      // the folder is going away
    }
  }
  trace(message) {
    this.write(0, message);
  }
  debug(message) {
    this.write(1, message);
  }
  info(message) {
    this.write(2, message);
  }
  warn(message) {
    this.write(3, message);
  }
  error(message) {
    this.write(4, message);
  }
  critical(message) {
    this.write(5, message);
  }
  getLevel() {
    return this.level;
  }
  setLevel(level) {
    this.level = level;
  }
  setPattern() {}
  clearFormatters() {
    this.bare = true;
  }
  flush() {}
  drop() {
    this.file = undefined;
  }
}

async function create(name, file) {
  fs.mkdirSync(path.dirname(file), { recursive: true });
  return new Logger("", name, file);
}

exports.setLevel = () => {};
exports.setFlushOn = () => {};
exports.Logger = Logger;
exports.createRotatingLogger = create;
exports.createAsyncRotatingLogger = create;
