/** Why a Choice state led where it did: every rule with its values, the first true one, and what the others lacked. */
import type { ChoiceExplanation, ExplainedRule, ExplainedTest, Visit } from "@sluice/engine";
import { useEffect, useState } from "preact/hooks";
import { Icon, type IconName } from "../../ui/icon.tsx";
import { usePanel } from "../context.ts";
import { seenBy } from "../run/seen.ts";
import type { Run } from "../state.ts";

/** With more things to change it was no near miss. */
const NEAR = 1;

export function ChoiceDetail({ visit, run }: { visit: Visit; run: Run }) {
  const panel = usePanel();
  const [explanation, setExplanation] = useState<ChoiceExplanation>();
  useEffect(() => {
    let wanted = true;
    const { drawing } = panel.store.state;
    // Rules are explained as the text has them now: those of an older text would be another machine's.
    if (run.key !== drawing?.key && run.history === undefined) return undefined;
    const asked = panel.hub.ask("explain", { state: visit.state, seen: seenBy(run, visit) });
    void asked.then((answer) => {
      if (!wanted) return;
      setExplanation(answer);
      if (answer) panel.announce(`${visit.state}: ${outcomeText(answer)}`);
    });
    return () => {
      wanted = false;
    };
  }, [panel, run.id, run.key, visit.enteredId]);
  if (!explanation) return null;
  const { rules, taken, failed } = explanation;
  return (
    <section class="choice" aria-label="Rules">
      <h3>Rules</h3>
      <ol>
        {rules.map((rule) => (
          <RuleRow key={rule.index} rule={rule} taken={rule.index === taken} />
        ))}
        <DefaultRow explanation={explanation} />
      </ol>
      {failed && <p class="problem">A rule could not be evaluated: the state fails with States.Runtime.</p>}
    </section>
  );
}

function RuleRow({ rule, taken }: { rule: ExplainedRule; taken: boolean }) {
  const { subject } = usePanel();
  const { index, next, test, reached, wishes } = rule;
  const near = !taken && reached && wishes.length > 0;
  return (
    <li class={`rule${taken ? " taken" : ""}${reached ? "" : " unreached"}`}>
      <p class="rule-head">
        <OutcomeIcon outcome={test.outcome} />
        <button
          type="button"
          class="rule-text"
          title="Show in text"
          onClick={() => subject.reveal(rule.start, rule.end, false)}
        >
          {index + 1}. {test.text}
        </button>
        {next !== undefined && <Leads to={next} />}
      </p>
      {!reached && <p class="muted rule-why">Not evaluated: an earlier rule was true. It would be {test.outcome}.</p>}
      <Test test={test} top />
      {near && (
        <p class="rule-why">
          {wishes.length <= NEAR && <b>Near miss: </b>}
          it would be true if {wishes.join(" and ")}
        </p>
      )}
    </li>
  );
}

/** The parts of a test below each other, with what each has read. */
function Test({ test, top = false }: { test: ExplainedTest; top?: boolean }) {
  const { kind, text, outcome, why, values, parts } = test;
  return (
    <>
      {!top && (
        <p class="rule-head">
          <OutcomeIcon outcome={outcome} />
          <span class="rule-text">{kind === "test" ? text : { and: "all of", or: "one of", not: "not" }[kind]}</span>
        </p>
      )}
      {why !== undefined && <p class="rule-why">{why}</p>}
      {/* A comparison's sentence has its values in it. */}
      {values.length > 0 && test.wish === undefined && (
        <dl class="values">
          {values.map(({ name, value }) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{value === undefined ? <span class="absent">not there</span> : short(JSON.stringify(value))}</dd>
            </div>
          ))}
        </dl>
      )}
      {parts.length > 0 && (
        <ul class="rule-parts">
          {parts.map((part, index) => (
            <li key={index}>
              <Test test={part} />
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

function DefaultRow({ explanation }: { explanation: ChoiceExplanation }) {
  const { default: otherwise, taken, failed } = explanation;
  const reached = taken === undefined && !failed;
  return (
    <li class={`rule${reached ? " taken" : " unreached"}`}>
      <p class="rule-head">
        <Icon name={reached ? (otherwise === undefined ? "error" : "check") : "circle-slash"} />
        <span class="rule-text">Default</span>
        {otherwise === undefined ? <span class="muted">there is none</span> : <Leads to={otherwise} />}
      </p>
      {reached && <p class="rule-why">No rule is true{otherwise === undefined ? ": the state fails" : ""}</p>}
    </li>
  );
}

/** In one sentence, for those who listen. */
function outcomeText({ rules, taken, failed, default: otherwise }: ChoiceExplanation): string {
  const rule = rules.find(({ index }) => index === taken);
  if (rule) return `rule ${rule.index + 1}, ${rule.test.text}, is true, so it goes to ${rule.next}.`;
  if (failed) return "a rule could not be evaluated, the state fails.";
  return otherwise === undefined
    ? "no rule is true and there is no Default, the state fails."
    : `no rule is true, so it goes to ${otherwise}, its Default.`;
}

function Leads({ to }: { to: string }) {
  const { subject } = usePanel();
  return (
    <span class="leads">
      →{" "}
      <button type="button" class="link" onClick={() => subject.select(to)}>
        {to}
      </button>
    </span>
  );
}

const ICONS: Readonly<Record<ExplainedTest["outcome"], readonly [IconName, string]>> = {
  true: ["check", "true"],
  false: ["close", "false"],
  error: ["error", "fails"],
};

function OutcomeIcon({ outcome }: { outcome: ExplainedTest["outcome"] }) {
  const [icon, words] = ICONS[outcome];
  return (
    <span class={`outcome outcome-${outcome}`}>
      <Icon name={icon} />
      <span class="spoken">{words}:</span>
    </span>
  );
}

function short(text: string): string {
  return text.length > 120 ? `${text.slice(0, 120)}…` : text;
}
