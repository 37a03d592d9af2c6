import { LeftOutlined, RightOutlined, ZoomInOutlined, ZoomOutOutlined } from '@ant-design/icons';
import { Alert, Button, Skeleton, Space } from 'antd';
import type { PDFDocumentProxy, RenderTask } from 'pdfjs-dist';
import { useEffect, useRef, useState } from 'react';
import { useWords } from '../../shared/words';
import { openPdf } from './pdf';

const zooms = [1, 1.5, 2, 3];

/** A PDF page by page, fitted to the width and larger on demand; its words stand beside the picture for those who don't see it. */
export function PdfPages({ address, name }: { address: string; name: string }) {
  const words = useWords();
  const [pdf, setPdf] = useState<PDFDocumentProxy>();
  const [failed, setFailed] = useState(false);
  const [page, setPage] = useState(1);
  const [zoom, setZoom] = useState(0);
  const [text, setText] = useState('');
  const frame = useRef<HTMLDivElement>(null);
  const canvas = useRef<HTMLCanvasElement>(null);

  useEffect(() => {
    const opening = openPdf(address);
    let isGone = false;
    opening.then((task) => (isGone ? undefined : task.promise.then(setPdf))).catch(() => !isGone && setFailed(true));
    return () => {
      isGone = true;
      void opening.then((task) => task.destroy()).catch(() => undefined);
    };
  }, [address]);

  useEffect(() => {
    let isGone = false;
    let drawing: RenderTask | undefined;
    const draw = async () => {
      const [surface, width] = [canvas.current, frame.current?.clientWidth];
      if (!pdf || !surface || !width) return;
      const shown = await pdf.getPage(page);
      if (isGone) return;
      const plain = shown.getViewport({ scale: 1 });
      const viewport = shown.getViewport({ scale: (width / plain.width) * zooms[zoom]! * Math.min(devicePixelRatio, 2) });
      surface.width = viewport.width;
      surface.height = viewport.height;
      drawing = shown.render({ canvas: surface, viewport });
      await drawing.promise;
      const content = await shown.getTextContent();
      if (!isGone) setText(content.items.map((i) => ('str' in i ? i.str : '')).join(' '));
    };
    draw().catch((error: unknown) => !isGone && (error as Error).name !== 'RenderingCancelledException' && setFailed(true));
    return () => {
      isGone = true;
      drawing?.cancel();
    };
  }, [pdf, page, zoom]);

  if (failed) return <Alert type="warning" showIcon title={words.preview.failed} />;
  if (!pdf) return <Skeleton active />;
  return (
    <>
      <Space wrap style={{ marginBottom: 8 }}>
        <Button icon={<LeftOutlined />} disabled={page === 1} onClick={() => setPage(page - 1)} aria-label={words.preview.previous} />
        <span role="status">{words.preview.page(page, pdf.numPages)}</span>
        <Button icon={<RightOutlined />} disabled={page === pdf.numPages} onClick={() => setPage(page + 1)} aria-label={words.preview.next} />
        <Button icon={<ZoomOutOutlined />} disabled={zoom === 0} onClick={() => setZoom(zoom - 1)} aria-label={words.preview.smaller} />
        <Button icon={<ZoomInOutlined />} disabled={zoom === zooms.length - 1} onClick={() => setZoom(zoom + 1)} aria-label={words.preview.larger} />
      </Space>
      <div ref={frame} style={{ overflow: 'auto', border: '1px solid rgba(128,140,150,.35)' }} tabIndex={0} role="region" aria-label={name}>
        <canvas ref={canvas} role="img" aria-label={`${name} ${words.preview.page(page, pdf.numPages)}`} style={{ display: 'block', width: `${zooms[zoom]! * 100}%` }} />
        <div style={{ position: 'relative' }}><p className="visually-hidden">{text}</p></div>
      </div>
    </>
  );
}
