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
      th: ['style'],
      td: ['style'],
    },
    allowedStyles: { '*': { 'text-align': [/^(left|right|center)$/] } },
    allowedSchemes: ['http', 'https', 'mailto'],
    allowedSchemesByTag: { img: ['https'] },
    transformTags: {
      a: sanitizeHtml.simpleTransform('a', { rel: 'noopener noreferrer nofollow' }),
    },
  });
}

const parser = new MarkdownIt({ html: false, linkify: true, typographer: false });
