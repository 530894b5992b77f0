/** A component whose code is read when it is first shown. */
import type { FunctionComponent } from "preact";
import { useEffect, useState } from "preact/hooks";

/** `load` is called once. Until it is there, `waiting` is shown; nothing, where that is empty. */
export function lazy<P extends object>(load: () => Promise<FunctionComponent<P>>, waiting = "Loading…") {
  let loading: Promise<FunctionComponent<P>> | undefined;
  let loaded: FunctionComponent<P> | undefined;
  return function Lazy(props: P) {
    // A function given as it is would be called for the first state.
    const [, setLoaded] = useState(() => loaded);
    useEffect(() => {
      if (loaded) return;
      loading ??= load();
      void loading.then((component) => {
        loaded = component;
        setLoaded(() => component);
      });
    }, []);
    const Loaded = loaded;
    if (Loaded) return <Loaded {...props} />;
    return waiting === "" ? null : <p class="absent pad">{waiting}</p>;
  };
}
