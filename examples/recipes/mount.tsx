import { type ComponentType, StrictMode } from "react";
import { createRoot } from "react-dom/client";
import "./recipe.css";

export function mount(App: ComponentType): void {
  createRoot(document.body.appendChild(document.createElement("div"))).render(
    <StrictMode>
      <App />
    </StrictMode>,
  );
}
