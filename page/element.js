// Elements of the page. Text is always text: nothing is ever read as markup.

/** An element with attributes and what is in it: texts and elements, of which those that are not there are left out. */
export function element(tag, attributes = {}, ...inside) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  made.append(...inside.flat(Infinity).filter((part) => part !== undefined && part !== ""));
  return made;
}

export const find = (id) => document.getElementById(id);

/** What says in which language a text is, and how that is written. */
export const spoken = ({ tag, direction }) => ({ lang: tag, dir: direction });
