import { useMutation } from '@tanstack/react-query';
import { App, Button, type ButtonProps } from 'antd';
import { download } from '../../../api/client';

/** Saves a document. */
export function PaperButton({ address, children, ...rest }: { address: string } & Pick<ButtonProps, 'children' | 'size' | 'type' | 'aria-label'>) {
  const { message } = App.useApp();
  const save = useMutation({ mutationFn: () => download(address), onError: (error) => message.error(error.message) });
  return <Button {...rest} loading={save.isPending} onClick={() => save.mutate()}>{children}</Button>;
}
