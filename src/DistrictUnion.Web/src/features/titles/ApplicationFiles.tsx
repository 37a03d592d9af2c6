import { EyeOutlined, FileTextOutlined } from '@ant-design/icons';
import { Button, Image } from 'antd';
import { lazy, Suspense, useState, type ReactNode } from 'react';
import type { ApplicationFileView } from '../../api/schema';
import { useWords } from '../../shared/words';
import { sizeOf, type FileSource, type ShownFile } from '../evidence/queries';

const Preview = lazy(() => import('../evidence/Preview'));

export type ListedFile = Pick<ApplicationFileView, 'evidence' | 'name' | 'mediaType' | 'size'>;

/** Files of an application, to be looked at where they stand and saved. */
export function ApplicationFiles<T extends ListedFile>({ source, files, children }: { source: FileSource; files: T[]; children: (file: T) => ReactNode }) {
  const words = useWords();
  const [shown, setShown] = useState<ShownFile>();
  return (
    <>
      <ul style={{ listStyle: 'none', margin: 0, padding: 0 }}>
        {files.map((f) => {
          const file: ShownFile = { id: f.evidence, name: f.name, mediaType: f.mediaType };
          const isPicture = f.mediaType.startsWith('image/');
          return (
            <li key={f.evidence} style={{ display: 'flex', gap: 8, alignItems: 'center', padding: '6px 0' }}>
              {isPicture
                ? <Image src={source.addressOf(file, true)} alt={f.name} width={44} height={44} style={{ objectFit: 'cover', borderRadius: 4 }} loading="lazy" />
                : <FileTextOutlined aria-hidden style={{ fontSize: 24, width: 44 }} />}
              <div style={{ minWidth: 0, flex: 1 }}>
                <a href={source.addressOf(file)} download={f.name} style={{ overflowWrap: 'anywhere' }}><bdi>{f.name}</bdi></a> <small>{sizeOf(f.size)}</small>
                <div>{children(f)}</div>
              </div>
              {!isPicture && <Button size="small" type="text" icon={<EyeOutlined />} aria-label={`${words.preview.open} ${f.name}`} title={words.preview.open} onClick={() => setShown(file)} />}
            </li>
          );
        })}
      </ul>
      {shown && <Suspense><Preview source={source} file={shown} onClose={() => setShown(undefined)} /></Suspense>}
    </>
  );
}
