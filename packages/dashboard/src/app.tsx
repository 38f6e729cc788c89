import { useEffect, useMemo, useState } from "react";
import { Announcer } from "./announcer.tsx";
import { Answer } from "./answer/answer.tsx";
import { Header } from "./header.tsx";
import { createReader } from "./question/own-returns-csv.ts";
import { QuestionForm } from "./question/question-form.tsx";
import { type Checked, checkQuestion } from "./question/terms.ts";
import { useQuestion } from "./question/use-question.ts";
import { createAnswers } from "./server/answers.ts";
import { ConnectionBanner } from "./server/connection-banner.tsx";
import { Progress } from "./server/progress.tsx";
import { useTheme } from "./style/theme.ts";

/** The page: the question at the left, the answer at the right; one below the other on a phone. */
export function App() {
  const [answers] = useState(createAnswers);
  const { draft, asked, notices, change, settle } = useQuestion();
  const { theme, charts, choose } = useTheme();
  const [readReturns] = useState(createReader);
  const own = useMemo(() => readReturns(draft.returns.text), [readReturns, draft.returns.text]);
  const draftChecked = useMemo(() => checkQuestion(draft, own), [draft, own]);
  const checked = useMemo(() => asked && checkQuestion(asked, readReturns(asked.returns.text)), [asked, readReturns]);
  useEffect(() => {
    if (checked !== undefined) answers.ask(checked.terms, charts);
  }, [answers, checked, charts]);

  return (
    <>
      <Header theme={theme} onTheme={choose} question={asked ?? draft} />
      <main>
        <section className="question" aria-label="Question">
          <QuestionForm question={draft} own={own} checked={draftChecked} change={change} settle={settle} />
        </section>
        <section className="answer" id="answer" aria-label="Answer" tabIndex={-1}>
          {notices.map((notice) => (
            <p key={notice} className="notice">
              {notice}
            </p>
          ))}
          <div className="state">
            <ConnectionBanner reconnection={answers.reconnection} />
            <Progress answers={answers} />
          </div>
          {checked !== undefined && checked.terms === undefined && <NotAsked checked={checked} />}
          <Answer
            answers={answers}
            question={draft}
            terms={checked?.terms}
            isAsked={checked === undefined || checked.terms !== undefined}
            change={change}
          />
        </section>
      </main>
      <Announcer answers={answers} checked={checked} />
    </>
  );
}

/** Why nothing is asked now, and what to do. */
function NotAsked({ checked: { missing, problems } }: { readonly checked: Checked }) {
  const todo = [
    ...(missing.includes("portfolio")
      ? ["Type a portfolio: a symbol such as sample:AAPL, holdings, or own returns."]
      : []),
    ...(missing.includes("benchmarks") ? ["Add a benchmark, such as sample:^GSPC."] : []),
    ...Object.values(problems),
  ];
  return (
    <div className="notice">
      <p>
        <strong>Nothing is asked now.</strong> If there is an answer below, it is of the question before.
      </p>
      <ul>
        {todo.map((item) => (
          <li key={item}>{item}</li>
        ))}
      </ul>
    </div>
  );
}
