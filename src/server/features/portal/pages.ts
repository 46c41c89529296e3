/** The pages of the portal, each from what it shows. */
import type { Category, CategoryField } from '../../../contracts/tickets.ts';
import { html, trusted, type Html } from '../../platform/pages/html.ts';
import { rootOf } from './layout.ts';
import type { PortalService, Site } from './portal.service.ts';
import { inputName, type Typed } from '../questions/index.ts';

type Shown<Name extends 'articles' | 'article' | 'search' | 'conversations' | 'conversation'> =
  Awaited<ReturnType<PortalService[Name]>>;

/** The search field and all articles by section. */
export function homePage(site: Site, articles: Shown<'articles'>): Html {
  const sections = Map.groupBy(articles, (article) => article.section ?? '');
  const named = [...sections].filter(([name]) => name !== '');
  const rest = sections.get('') ?? [];
  return html`<h1>How can we help?</h1>
    <p class="lead">${site.greeting}</p>
    ${searchForm(site, '')}
    ${articles.length === 0 && html`<p>There are no articles yet. <a href="${rootOf(site)}/ask">Ask us</a> instead.</p>`}
    ${named.map(
      ([name, listed]) =>
        html`<section>
          <h2>${name}</h2>
          ${articleList(site, listed)}
        </section>`,
    )}
    ${rest.length > 0 && html`<section>${named.length > 0 && html`<h2>More</h2>`}${articleList(site, rest)}</section>`}`;
}

function searchForm(site: Site, query: string): Html {
  return html`<form class="search" role="search" action="${rootOf(site)}/search">
    <input
      type="search"
      name="q"
      value="${query}"
      aria-label="Search the articles"
      placeholder="Search the articles"
      maxlength="200"
    />
    <button>Search</button>
  </form>`;
}

function articleList(site: Site, articles: readonly { id: string; title: string }[]): Html {
  return html`<ul class="list">
    ${articles.map(
      ({ id, title }) => html`<li><a href="${rootOf(site)}/articles/${id}">${title}</a></li>`,
    )}
  </ul>`;
}

/** What a search found. */
export function searchPage(site: Site, query: string, found: Shown<'search'>): Html {
  return html`<h1>Search</h1>
    ${searchForm(site, query)}
    ${
      found.length > 0
        ? articleList(site, found)
        : html`<p>
            Nothing found${query === '' ? null : html` for “${query}”`}.
            <a href="${rootOf(site)}/ask">Ask us</a>, a person reads it.
          </p>`
    }`;
}

/** One article; its text is rendered and safe already. */
export function articlePage(site: Site, article: Shown<'article'>, body: string): Html {
  return html`<p class="muted">
      <a href="${rootOf(site)}">Help</a>${article.section && html` · ${article.section}`}
    </p>
    <article>
      <h1>${article.title}</h1>
      ${trusted(body)}
    </article>
    <p class="muted">Last changed ${dateOf(article.updatedAt)}</p>
    <p class="notice">Did this not answer it? <a href="${rootOf(site)}/ask">Ask us</a>.</p>`;
}

/** The form to ask on; again with what is wrong when it was sent before. */
export function askPage(
  site: Site,
  form: {
    categories: readonly Category[];
    category: Category | null;
    typed: Typed;
    problems: Readonly<Record<string, string>>;
    email: string | null;
  },
): Html {
  const { categories, category, typed, problems, email } = form;
  const wrong = Object.keys(problems).length;
  const field = (name: string, label: string, control: FieldControl) =>
    fieldOf({ name, label, value: typed[name] ?? '', problem: problems[name], ...control });
  return html`<h1>Ask us</h1>
    <p class="lead">We answer by email.</p>
    ${
      categories.length > 0 &&
      html`<form class="search" action="${rootOf(site)}/ask">
        <select name="category" aria-label="What is it about?">
          <option value="">Anything</option>
          ${categories.map(
            ({ id, name }) =>
              html`<option value="${id}" ${id === category?.id ? html` selected` : null}>
                ${name}
              </option>`,
          )}</select
        ><button class="plain">Choose</button>
      </form>`
    }
    ${wrong > 0 && html`<p class="notice" role="alert">Nothing was sent yet. Look at ${wrong === 1 ? 'the field' : `the ${wrong} fields`} marked below; files have to be chosen again.</p>`}
    <form method="post" action="${rootOf(site)}/ask" enctype="multipart/form-data" novalidate>
      <input type="hidden" name="category" value="${category?.id ?? ''}" />
      <p class="trap" aria-hidden="true">
        <label>Leave this empty <input name="website" tabindex="-1" autocomplete="off" /></label>
      </p>
      ${field('name', 'Your name', { autocomplete: 'name' })}
      ${
        email === null
          ? field('email', 'Your email address', {
              type: 'email',
              autocomplete: 'email',
              required: true,
            })
          : html`<input type="hidden" name="email" value="${email}" />`
      }
      ${field('subject', 'In a few words', { required: true })}
      ${category?.fields.map((one) => categoryField(one, typed, problems))}
      ${field('text', 'What do you need?', { kind: 'long_text', required: true })}
      <div class="field">
        <label for="files">Files <span class="optional">(up to 5)</span></label
        ><input id="files" type="file" name="files" multiple />
      </div>
      <button>Send</button>
    </form>`;
}

function categoryField(
  one: CategoryField,
  typed: Typed,
  problems: Readonly<Record<string, string>>,
): Html {
  const name = inputName(one);
  return fieldOf({
    name,
    label: one.label,
    value: typed[name] ?? '',
    problem: problems[name],
    required: one.required,
    kind: one.kind,
    options: one.options,
  });
}

interface FieldControl {
  readonly type?: string;
  readonly kind?: CategoryField['kind'];
  readonly options?: readonly string[];
  readonly autocomplete?: string;
  readonly required?: boolean;
}

function fieldOf(
  field: FieldControl & { name: string; label: string; value: string; problem: string | undefined },
): Html {
  const { name, label, value, problem, required = false } = field;
  const id = `f-${name.replace('.', '-')}`;
  const marks = html`id="${id}"
  name="${name}"${required && html` required`}${
    problem !== undefined && html` aria-invalid="true" aria-describedby="${id}-wrong"`
  }`;
  return html`<div class="field">
    <label for="${id}"
      >${label}${!required && html` <span class="optional">(optional)</span>`}</label
    >
    ${control(field, value, marks)}
    ${problem !== undefined && html`<p class="wrong" id="${id}-wrong">${problem}</p>`}
  </div>`;
}

function control(field: FieldControl, value: string, marks: Html): Html {
  if (field.kind === 'long_text') return html`<textarea ${marks}>${value}</textarea>`;
  if (field.kind === 'choice') {
    return html`<select ${marks}>
      <option value=""></option>
      ${(field.options ?? []).map(
        (option) => html`<option${option === value ? html` selected` : null}>${option}</option>`,
      )}
    </select>`;
  }
  const type = field.kind === 'date' ? 'date' : (field.type ?? 'text');
  return html`<input
    ${marks}
    type="${type}"
    value="${value}"
    ${
      field.autocomplete !== undefined && html` autocomplete="${field.autocomplete}"`
    }${field.kind === 'number' && html` inputmode="decimal"`}
  />`;
}

/** A question has come in. */
export function sentPage(site: Site, asked: { number: number; email: string }): Html {
  return html`<h1>We have it</h1>
    <p class="lead">
      Your question has the number ${asked.number}. We will write to
      <strong>${asked.email}</strong>.
    </p>
    <p><a href="${rootOf(site)}">Back to the articles</a></p>`;
}

/** Asks for the address to mail a link to. */
export function signInPage(site: Site, problem: string | null): Html {
  return html`<h1>My conversations</h1>
    <p class="lead">We mail you a link that shows them. There is no password.</p>
    <form method="post" action="${rootOf(site)}/sign-in" enctype="multipart/form-data" novalidate>
      ${fieldOf({ name: 'email', label: 'Your email address', value: '', problem: problem ?? undefined, type: 'email', autocomplete: 'email', required: true })}
      <button>Mail me a link</button>
    </form>`;
}

/** The same whether the address is known or not. */
export function linkSentPage(email: string): Html {
  return html`<h1>Look into your mail</h1>
    <p class="lead">
      If we have conversations with <strong>${email}</strong>, a link to them is on its way. It
      works for half an hour.
    </p>`;
}

/** The page behind a mailed link. Only pressing the button uses it: mail scanners follow links. */
export function usePage(email: string | null): Html {
  if (email === null) {
    return html`<h1>This link is over</h1>
      <p class="lead">It works once, for half an hour. <a href="../sign-in">Get a new one</a>.</p>`;
  }
  return html`<h1>My conversations</h1>
    <p class="lead">Show the conversations of <strong>${email}</strong> in this browser?</p>
    <form method="post" enctype="multipart/form-data"><button>Show them</button></form>`;
}

/** One's own conversations. */
export function conversationsPage(site: Site, conversations: Shown<'conversations'>): Html {
  return html`<h1>My conversations</h1>
    ${
      conversations.length === 0
        ? html`<p class="lead">There are none yet. <a href="${rootOf(site)}/ask">Ask us</a>.</p>`
        : html`<ul class="list">
            ${conversations.map(
              (one) =>
                html`<li>
                  <a href="${rootOf(site)}/conversations/${one.ticketId}"
                    >${one.subject}
                    <span class="meta"
                      >${stateOf(one.status)} · ${dateOf(one.at)} · number ${one.number}</span
                    ></a
                  >
                </li>`,
            )}
          </ul>`
    }`;
}

/** One conversation, and a way to go on. */
export function conversationPage(
  site: Site,
  one: Shown<'conversation'>,
  form: {
    problem: string | null;
    text: string;
    fileUrl: (file: { id: string; name: string; token: string }) => string;
  },
): Html {
  return html`<p class="muted">
      <a href="${rootOf(site)}/conversations">My conversations</a> · number ${one.number}
    </p>
    <h1>${one.subject}</h1>
    <p class="muted">${stateOf(one.status)}</p>
    ${one.said.map((message) => {
      const own = message.author === 'customer';
      const name = own ? 'You' : (message.name ?? site.name);
      return html`<div class="said${own && ' own'}">
        <header>
          <b>${name}</b
          ><time datetime="${message.at.toISOString()}">${dateTimeOf(message.at)}</time>
        </header>
        ${message.text}${
          message.files.length > 0 &&
          html`<ul>
            ${message.files.map((file) => html`<li><a href="${form.fileUrl(file)}">${file.name}</a></li>`)}
          </ul>`
        }
      </div>`;
    })}
    ${
      one.status === 'closed'
        ? html`<p class="notice">
            This conversation is closed. <a href="${rootOf(site)}/ask">Ask us something new</a>.
          </p>`
        : html`<form method="post" enctype="multipart/form-data" novalidate>
            ${fieldOf({ name: 'text', label: 'Write more', value: form.text, problem: form.problem ?? undefined, kind: 'long_text', required: true })}
            <div class="field">
              <label for="files">Files <span class="optional">(up to 5)</span></label
              ><input id="files" type="file" name="files" multiple />
            </div>
            <button>Send</button>
          </form>`
    }`;
}

/** Something that is not there or did not work, with a way on. */
export function problemPage(site: Site, words: { title: string; detail: string }): Html {
  return html`<h1>${words.title}</h1>
    <p class="lead">${words.detail}</p>
    <p><a href="${rootOf(site)}">Go to the start</a></p>`;
}

function stateOf(status: string): string {
  if (status === 'pending') return 'We wait for your answer';
  if (status === 'solved') return 'Solved';
  if (status === 'closed') return 'Closed';
  return 'We are on it';
}

function dateOf(at: Date): string {
  return at.toLocaleDateString('en-GB', { day: 'numeric', month: 'long', year: 'numeric' });
}

function dateTimeOf(at: Date): string {
  return `${dateOf(at)}, ${at.toISOString().slice(11, 16)} UTC`;
}
