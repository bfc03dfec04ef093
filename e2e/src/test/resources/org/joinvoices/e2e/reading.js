// Questions to a page; each answers with what is to be mended.

const STOPS = 'a[href], button, select, textarea, summary, input:not([type=hidden]), [tabindex="0"]';

const shown = () => [...document.querySelectorAll(STOPS)].filter(stop => stop.checkVisibility());
const said = element => element.outerHTML.replace(/\s+/g, ' ').slice(0, 90);

function tooWide() {
  const width = document.documentElement.scrollWidth;
  return width <= innerWidth ? [] : [width + ' pixels wide'];
}

// The root is looked at too: pages that scroll softly move.
function moving() {
  return [document.documentElement, ...document.querySelectorAll('body *')]
    .filter(element => {
      const look = getComputedStyle(element);
      return look.animationName !== 'none' || look.transitionDuration !== '0s' || look.scrollBehavior !== 'auto';
    })
    .map(said);
}

// An outline of two pixels or more, and a part of what it surrounds that nothing else lies on.
function unseenStops() {
  const open = stop => [...stop.getClientRects()].some(box => {
    const top = document.elementFromPoint(
      Math.min(Math.max(box.x + box.width / 2, 0), innerWidth - 1), box.y + box.height / 2);
    return top && (stop.contains(top) || top.contains(stop) || sameMap(stop, top));
  });
  // The middle of an area may lie in another one.
  const sameMap = (stop, top) => stop.ownerSVGElement && stop.ownerSVGElement.contains(top);
  const unseen = shown().filter(stop => stop.tabIndex >= 0).filter(stop => {
    stop.focus({ focusVisible: true });
    const look = getComputedStyle(stop);
    const outlined = look.outlineStyle !== 'none' && parseFloat(look.outlineWidth) >= 2;
    return document.activeElement !== stop || !outlined || !open(stop);
  }).map(said);
  document.activeElement.blur();
  scrollTo(0, 0);
  return unseen;
}

// What can be used is the same with and without styles, is named, and headings keep their order.
function withoutStyles() {
  const forPeople = () => shown().filter(stop => !stop.closest('[aria-hidden=true]'));
  const styled = forPeople();
  const sheets = [...document.styleSheets];
  sheets.forEach(sheet => sheet.disabled = true);
  const plain = forPeople();
  const faults = [
    ...plain.filter(stop => !styled.includes(stop)).map(stop => 'only without styles: ' + said(stop)),
    ...styled.filter(stop => !plain.includes(stop)).map(stop => 'only with styles: ' + said(stop)),
    ...plain.filter(stop => stop.labels && stop.type !== 'submit' && stop.type !== 'button'
        && !stop.labels.length && !stop.ariaLabel && !stop.getAttribute('aria-labelledby'))
      .map(stop => 'without a label: ' + said(stop)),
    ...(document.querySelectorAll('h1').length === 1 ? [] : ['not one heading of the page']),
    ...jumps()];
  sheets.forEach(sheet => sheet.disabled = false);
  return faults;
}

// What is to be mended in a form is told before the heading of its page, one step below it.
function jumps() {
  let before = 1;
  return [...document.querySelectorAll('h1, h2, h3, h4, h5, h6')].filter(heading => {
    const level = Number(heading.localName[1]);
    const jump = level > before + 1;
    before = level;
    return jump;
  }).map(heading => 'heading out of order: ' + said(heading));
}
