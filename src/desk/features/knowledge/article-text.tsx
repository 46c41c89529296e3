/** An article as readers see it. The server rendered and sanitised it; the same it shows on the portal. */
export function ArticleText({ html }: { html: string }) {
  return (
    <div
      dir="auto"
      className={`max-w-message text-message leading-normal break-words ${PARTS}`}
      dangerouslySetInnerHTML={{ __html: html }}
    />
  );
}

const PARTS = [
  '[&_a]:text-accent-text [&_a]:underline [&_a]:underline-offset-2',
  '[&_h1]:mt-5 [&_h1]:mb-2 [&_h1]:text-title [&_h1]:font-semibold',
  '[&_h2]:mt-5 [&_h2]:mb-1 [&_h2]:font-semibold [&_h3]:mt-4 [&_h3]:mb-1 [&_h3]:font-medium',
  '[&_p]:my-2 [&_ol]:my-2 [&_ol]:list-decimal [&_ol]:ps-6 [&_ul]:my-2 [&_ul]:list-disc [&_ul]:ps-6',
  '[&_code]:rounded-small [&_code]:bg-quiet [&_code]:px-1 [&_pre]:my-2 [&_pre]:overflow-x-auto [&_pre]:rounded-control [&_pre]:bg-quiet [&_pre]:p-3 [&_pre]:text-left [&_:is(pre,code)]:[direction:ltr]',
  '[&_blockquote]:border-s-2 [&_blockquote]:border-line [&_blockquote]:ps-3 [&_blockquote]:text-muted',
  '[&_table]:my-2 [&_table]:block [&_table]:overflow-x-auto [&_td]:border [&_td]:border-line [&_td]:px-2 [&_td]:py-1 [&_th]:border [&_th]:border-line [&_th]:px-2 [&_th]:py-1 [&_th]:font-medium',
  '[&_.align-left]:text-left [&_.align-center]:text-center [&_.align-right]:text-right',
  '[&_img]:max-w-full',
].join(' ');
