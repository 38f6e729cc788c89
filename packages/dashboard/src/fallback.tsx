import { Component, type ReactNode } from "react";

/** What stands in place of a page that failed: a defect of its own, which no answer of the server should cause. */
export class Fallback extends Component<{ readonly children: ReactNode }, { readonly error: unknown }> {
  override state = { error: undefined };

  static getDerivedStateFromError(error: unknown) {
    return { error };
  }

  override render() {
    const { error }: { readonly error: unknown } = this.state;
    if (error === undefined) return this.props.children;
    return (
      <main className="failed" role="alert">
        <h1>The page failed</h1>
        <p>This is a defect of the page: {error instanceof Error ? error.message : String(error)}</p>
        <p>
          <a href={location.href}>Load this view again</a>, or <a href="/">begin anew</a>. The API is at{" "}
          <a href="/graphql">/graphql</a>.
        </p>
      </main>
    );
  }
}
