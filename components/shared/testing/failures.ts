import { expect } from '@open-wc/testing';
import { BackendError, type BackendErrorInfo } from '../backend/backend-error.js';

/** What a promise fails with; fails the test when it does not. */
export async function failureOf(promise: Promise<unknown>): Promise<BackendError> {
  try {
    await promise;
  } catch (error) {
    expect(error).to.be.instanceOf(BackendError);
    return error as BackendError;
  }
  throw new Error('it did not fail');
}

/** Likewise, only what is known of it. */
export async function infoOf(promise: Promise<unknown>): Promise<BackendErrorInfo> {
  return (await failureOf(promise)).info;
}
