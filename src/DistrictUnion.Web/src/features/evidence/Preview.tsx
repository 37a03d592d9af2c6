import { DownloadOutlined } from '@ant-design/icons';
import { Button, Drawer } from 'antd';
import { useWords } from '../../shared/words';
import { OfficeText } from './OfficeText';
import { PdfPages } from './PdfPages';
import type { FileSource, ShownFile } from './queries';

/** A file to read without saving it: pages of a PDF, the text of an Office file. */
export default function Preview({ source, file, onClose }: { source: FileSource; file: ShownFile; onClose: () => void }) {
  const words = useWords();
  return (
    <Drawer
      open onClose={onClose} title={<bdi style={{ overflowWrap: 'anywhere' }}>{file.name}</bdi>} size="min(860px, 100vw)" styles={{ body: { padding: 12 } }}
      extra={<Button icon={<DownloadOutlined />} href={source.addressOf(file)} aria-label={`${words.preview.save} ${file.name}`} />}
    >
      {file.mediaType === 'application/pdf' ? <PdfPages address={source.addressOf(file)} name={file.name} /> : <OfficeText source={source} file={file} />}
    </Drawer>
  );
}
