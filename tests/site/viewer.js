// Opens pages one after the other in a frame, and says what is wrong with each.
const { pages, width, axe } = window.settings;

async function load(element, parent) {
  const loaded = new Promise((resolve) => element.addEventListener("load", resolve));
  parent.append(element);
  await loaded;
}

async function faults(page) {
  const frame = document.createElement("iframe");
  frame.style = `border: 0; height: 800px; width: ${width}px`;
  frame.src = page;
  await load(frame, document.body);
  const { contentDocument: inside, contentWindow: view } = frame;
  const script = inside.createElement("script");
  script.src = axe;
  await load(script, inside.head);
  const { violations } = await view.axe.run();
  const found = violations.map(({ id, nodes }) => `${id} at ${nodes[0].target}`);
  const { scrollWidth, clientWidth } = inside.documentElement;
  if (scrollWidth > clientWidth) found.push("wider than the screen");
  frame.remove();
  return found.map((fault) => `${page}: ${fault}`);
}

const found = [];
for (const page of pages) found.push(...await faults(page));
document.title = "seen";
document.body.textContent = found.join("\n");
