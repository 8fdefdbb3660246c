package io.ephemeral.benchmarks;

/**
 * Sender of the benchmark's card, which returns the message id.
 */
@FunctionalInterface
interface Sender {

	String send() throws Exception;

}
