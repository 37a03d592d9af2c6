import { Spin } from 'antd';
import { useWords } from './words';

/** Something is on its way, told to readers of the screen too. */
export function Loading({ apart = 0, large = false }: { /** Pixels above and below. */ apart?: number; large?: boolean }) {
  const words = useWords();
  return (
    <div role="status" aria-label={words.common.loading} style={{ margin: apart ? `${apart}px auto` : undefined, width: 'fit-content' }}>
      <Spin size={large ? 'large' : undefined} />
    </div>
  );
}
