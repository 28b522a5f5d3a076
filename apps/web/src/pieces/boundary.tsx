import { Component, type ReactNode } from 'react';
import { ask, NoAnswer, Problem } from '../api/ask';
import { Crashed } from './crashed';
import { Trouble } from './trouble';

interface State {
  at: string;
  failure?: unknown;
  traceId?: string;
}

/** A part that fails leaves the rest of the page alive, and is reported under the number its reader sees. */
export class Boundary extends Component<{ children: ReactNode; at: string }, State> {
  override state: State = { at: this.props.at };

  static getDerivedStateFromError(failure: unknown) {
    return { failure };
  }

  static getDerivedStateFromProps({ at }: { at: string }, state: State) {
    return at === state.at ? null : { at, failure: undefined, traceId: undefined };
  }

  override componentDidCatch(failure: unknown): void {
    if (isAnswer(failure)) return;
    const { message, stack } = failure instanceof Error ? failure : { message: String(failure), stack: undefined };
    const { at } = this.props;
    void ask<{ traceId: string }>('/v1/page-faults', { method: 'POST', body: { at: at.slice(0, 300), message: message.slice(0, 500), ...(stack && { stack: stack.slice(0, 4_000) }) } })
      .then(({ traceId }) => this.setState((now) => (now.failure === failure ? { traceId } : null)))
      .catch(() => undefined);
  }

  override render(): ReactNode {
    const { failure, traceId } = this.state;
    if (failure === undefined) return this.props.children;
    return isAnswer(failure) ? <Trouble failure={failure} again={() => this.setState({ failure: undefined })} /> : <Crashed traceId={traceId} />;
  }
}

const isAnswer = (failure: unknown): boolean => failure instanceof Problem || failure instanceof NoAnswer;
