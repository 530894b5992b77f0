/** The attributes that decide, as sliders: what is set is written into the document, where it is the document's to say. */
import type { RedriveSetting, RedriveSubject } from "@sluice/engine";
import { useBench, useBenchState } from "./context.ts";
import { Slider } from "./slider.tsx";

export function Settings({ subject }: { subject: RedriveSubject }) {
  const bench = useBench();
  const { failures, handlingSeconds } = useBenchState("failures", "handlingSeconds");
  const of = (owner: RedriveSetting["of"]) => subject.settings.filter((setting) => setting.of === owner);
  return (
    <div class="columns settings">
      <section aria-labelledby="of-consumer">
        <h2 id="of-consumer">What is tried</h2>
        <Slider
          label="Failures before it succeeds"
          unit=""
          value={failures}
          minimum={0}
          maximum={1_000}
          help="How often in a row the consumer fails on this message."
          onInput={(value) => bench.setFailures(value)}
          onSet={(value) => bench.setFailures(value)}
        />
        <Slider
          label="Time in the consumer's hand"
          unit="s"
          value={handlingSeconds}
          minimum={0}
          maximum={43_200}
          help="How long the consumer works on it before it fails or is done."
          onInput={(value) => bench.setHandling(value)}
          onSet={(value) => bench.setHandling(value)}
        />
      </section>
      <Owner id="of-queue" title={subject.pointer === "" ? "The queue" : subject.name} settings={of("queue")} />
      {subject.deadLetterQueue !== undefined && (
        <Owner id="of-dead" title={subject.deadLetterQueue} settings={of("dead-letter-queue")} />
      )}
    </div>
  );
}

function Owner({ id, title, settings }: { id: string; title: string; settings: readonly RedriveSetting[] }) {
  const bench = useBench();
  return (
    <section aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      {settings.map((setting) => (
        <Slider
          key={setting.name}
          label={setting.name}
          unit={setting.unit}
          value={setting.value}
          minimum={setting.minimum}
          maximum={setting.maximum}
          help={setting.text}
          note={setting.path ? undefined : "only tried: it is no plain number of this file"}
          onInput={(value) => bench.try(setting, value)}
          onSet={(value) => bench.set(setting, value)}
        />
      ))}
    </section>
  );
}
