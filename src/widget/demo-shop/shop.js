// The shop's own script: a basket that lives in this browser, and links that open the chat.

// Calls of segue(…) before its script has loaded wait in a queue.
window.segue =
  window.segue ||
  function () {
    (window.segue.q = window.segue.q || []).push(arguments);
  };

for (const button of document.querySelectorAll('[data-chat]')) {
  button.addEventListener('click', () => window.segue('open'));
}

const STORE = 'lowtide.basket';
const money = new Intl.NumberFormat('en-IE', { style: 'currency', currency: 'EUR' });
const dialog = document.querySelector('.basket');
const opener = document.querySelector('[data-basket]');

/** @returns {{ name: string, price: number, count: number }[]} */
function load() {
  try {
    const items = JSON.parse(localStorage.getItem(STORE) ?? '[]');
    return Array.isArray(items) ? items : [];
  } catch {
    return [];
  }
}

function save(items) {
  try {
    localStorage.setItem(STORE, JSON.stringify(items));
  } catch {
    // Without storage the basket lasts as long as the page.
  }
  draw(items);
}

function draw(items) {
  const count = items.reduce((sum, item) => sum + item.count, 0);
  opener.querySelector('.basket-count').textContent = String(count);
  opener.setAttribute('aria-label', `Basket, ${count} ${count === 1 ? 'item' : 'items'}`);
  dialog.querySelector('ul').replaceChildren(...items.map((item) => line(item)));
  dialog.querySelector('.sum').textContent = money.format(
    items.reduce((sum, item) => sum + item.price * item.count, 0),
  );
  dialog.querySelector('.empty').hidden = count > 0;
}

function line(item) {
  const row = document.createElement('li');
  const [name, price, remove] = ['span', 'span', 'button'].map((tag) =>
    document.createElement(tag),
  );
  name.textContent = item.count === 1 ? item.name : `${item.count} × ${item.name}`;
  price.textContent = money.format(item.price * item.count);
  remove.textContent = 'Remove';
  remove.type = 'button';
  remove.className = 'text-button';
  remove.setAttribute('aria-label', `Remove ${item.name}`);
  remove.addEventListener('click', () =>
    save(load().filter(({ name: other }) => other !== item.name)),
  );
  row.append(name, price, remove);
  return row;
}

for (const button of document.querySelectorAll('[data-add]')) {
  button.addEventListener('click', () => {
    const items = load();
    const known = items.find(({ name }) => name === button.dataset.add);
    if (known) known.count += 1;
    else items.push({ name: button.dataset.add, price: Number(button.dataset.price), count: 1 });
    save(items);
    dialog.showModal();
  });
}

opener.addEventListener('click', () => dialog.showModal());
draw(load());
