import { ApiError } from '../platform/api.ts';
import { LinkError } from '../registry/linking-error.ts';
import { NotFoundError } from './acting.ts';

/**
 * What is asked of persons may not be possible as things are; the words say which other thing comes first.
 * @throws ApiError instead of LinkError and NotFoundError
 */
export async function refusing<T>(work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    if (error instanceof NotFoundError) throw new ApiError(404, 'not-found', [], error.message);
    if (!(error instanceof LinkError)) throw error;
    const isUnknown = error.fault === 'unknown-person' || error.fault === 'unknown-merge';
    throw new ApiError(isUnknown ? 404 : 409, error.fault, [], error.message);
  }
}
