/** Every test file of the suite: a web extension host cannot look for them on a disk. */
import "./activation.test.ts";
import "./language.test.ts";
import "./editing.test.ts";
import "./plain-files.test.ts";
import "./policies.test.ts";
import "./template.test.ts";
import "./panel.test.ts";
import "./first-paint.test.ts";
import "./panel-files.test.ts";
