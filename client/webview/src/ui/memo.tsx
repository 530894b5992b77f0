/** A component that renders again only when one of its props is another one: what keeps 500 states still in a step. */
import { Component, type ComponentChild, type FunctionComponent } from "preact";

export function memo<P extends object>(Render: FunctionComponent<P>): new () => Component<P> {
  return class Memo extends Component<P> {
    override shouldComponentUpdate(next: Readonly<P>): boolean {
      const [now, then] = [this.props as Record<string, unknown>, next as Record<string, unknown>];
      return Object.keys(then).some((key) => then[key] !== now[key]);
    }

    override render(): ComponentChild {
      return <Render {...(this.props as P)} />;
    }
  };
}
