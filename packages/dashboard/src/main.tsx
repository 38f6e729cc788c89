import { createRoot } from "react-dom/client";
import "./style/colours.css";
import "./style/page.css";
import "./style/question.css";
import "./style/answer.css";
import "./style/skeleton.css";
import { App } from "./app.tsx";
import { Fallback } from "./fallback.tsx";
import { loadRenderer } from "./pictures/picture.tsx";

const root = document.getElementById("root");
if (root === null) throw new Error("index.html has no element with the id root");
createRoot(root).render(
  <Fallback>
    <App />
  </Fallback>,
);
// Beside the first question, which is on its way by then; a picture that cannot load says so in its own place.
setTimeout(() => loadRenderer().catch(() => {}), 0);
