import { Link } from '@tanstack/react-router';

/** An article by its title; opens it. */
export function ArticleTitle({ id, title }: { id: string; title: string }) {
  return (
    <Link
      to="/knowledge/$articleId"
      params={{ articleId: id }}
      title={title}
      className="min-w-0 truncate text-accent-text underline-offset-2 hover:underline"
    >
      {title}
    </Link>
  );
}
