import MarkdownIt from 'markdown-it';
import sanitizeHtml from 'sanitize-html';

/**
 * Markdown as HTML that is safe anywhere: no HTML of the author's own, links to http, https, mailto and
 * anchors only, pictures only over https. markdown-it because it is CommonMark with tables and its
 * output is plain; sanitised once more, as no parser is trusted alone.
 */
export function renderMarkdown(body: string): string {
  return sanitizeHtml(parser.render(body), {
    allowedTags: [...sanitizeHtml.defaults.allowedTags, 'img', 'del'],
    allowedAttributes: {
      a: ['href', 'title', 'rel'],
      img: ['src', 'alt', 'title'],
      code: ['class'],
      th: ['class'],
      td: ['class'],
    },
    allowedSchemes: ['http', 'https', 'mailto'],
    allowedSchemesByTag: { img: ['https'] },
    transformTags: {
      a: sanitizeHtml.simpleTransform('a', { rel: 'noopener noreferrer nofollow' }),
      th: aligned,
      td: aligned,
    },
  });
}

const parser = new MarkdownIt({ html: false, linkify: true, typographer: false });

/** How a column is aligned, as a class: pages with a strict policy let no inline style through. */
function aligned(tagName: string, { style }: sanitizeHtml.Attributes): sanitizeHtml.Tag {
  const side = /^text-align:(left|right|center)$/.exec(style ?? '')?.[1];
  return { tagName, attribs: side === undefined ? {} : { class: `align-${side}` } };
}
