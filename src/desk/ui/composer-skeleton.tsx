import { Skeleton, SkeletonGroup } from './skeleton.tsx';

/** In place of the styled editor until it is there. */
export function ComposerSkeleton() {
  return (
    <SkeletonGroup className="flex flex-col gap-2 px-3 py-3">
      <Skeleton className="h-4 w-40" />
      <Skeleton className="h-4 w-2/3" />
    </SkeletonGroup>
  );
}
