/**
 * A response whose body may not be larger than a bound. Counted as it comes and after decompression: a stated length
 * can lie, and a small body can unpack to any size. Beyond the bound the body fails, and its connection is dropped.
 */
export function boundedBody(response: Response, maxBytes: number, tooLarge: () => Error): Response {
  if (response.body === null) return response;
  let bytes = 0;
  const counted = response.body.pipeThrough(
    new TransformStream<Uint8Array, Uint8Array>({
      transform(chunk, controller) {
        bytes += chunk.byteLength;
        if (bytes > maxBytes) throw tooLarge();
        controller.enqueue(chunk);
      },
    }),
  );
  return new Response(counted, response);
}
