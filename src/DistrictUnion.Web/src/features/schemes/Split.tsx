import { Drawer, Grid } from 'antd';
import type { ReactNode } from 'react';

/** Whether a list and what is chosen from it stand side by side. */
export const useIsSplit = () => Grid.useBreakpoint().xl ?? true;

/** A list and what is chosen from it: side by side, or on small screens in a drawer over the list. */
export function Split({ list, detail, title, isOpen, onClose }: { list: ReactNode; detail: ReactNode; title: ReactNode; isOpen: boolean; onClose: () => void }) {
  const isSplit = useIsSplit();
  if (isSplit) return <div className="design-split"><div style={{ minWidth: 0 }}>{list}</div><div className="design-side">{detail}</div></div>;
  return (
    <>
      {list}
      <Drawer open={isOpen} onClose={onClose} title={title} size="min(480px, 100vw)" styles={{ body: { padding: 12 } }}>{detail}</Drawer>
    </>
  );
}
