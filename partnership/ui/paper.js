// Opens the print dialog once the screen has run through and every chart has its marks.
(() => {
  if (window.isPrinted) return;
  const every = (outer, inner) =>
    [...document.querySelectorAll(outer)].every((element) => element.querySelector(inner));
  const isDrawn = () =>
    document.querySelector("[data-test-script-state=notRunning]") &&
    every("[data-testid=stPlotlyChart]", ".main-svg");
  const printWhenDrawn = () => {
    if (window.isPrinted) return;
    if (!isDrawn()) return setTimeout(printWhenDrawn, 150);
    window.isPrinted = true;
    setTimeout(() => window.print(), 400);
  };
  setTimeout(printWhenDrawn, 300);
})();
