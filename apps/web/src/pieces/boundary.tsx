import { Component, type ReactNode } from 'react';
import { Trouble } from './trouble';

/** A part that fails leaves the rest of the page alive. */
export class Boundary extends Component<{ children: ReactNode; at: string }, { failure?: unknown; at: string }> {
  override state: { failure?: unknown; at: string } = { at: this.props.at };

  static getDerivedStateFromError(failure: unknown) {
    return { failure };
  }

  static getDerivedStateFromProps({ at }: { at: string }, state: { at: string }) {
    return at === state.at ? null : { at, failure: undefined };
  }

  override render(): ReactNode {
    return this.state.failure === undefined ? this.props.children : <Trouble failure={this.state.failure} again={() => this.setState({ failure: undefined })} />;
  }
}
