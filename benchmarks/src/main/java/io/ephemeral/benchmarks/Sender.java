package io.ephemeral.benchmarks;

/**
 * One way to send the card of the benchmark and to learn its message id.
 */
@FunctionalInterface
interface Sender {

	String send() throws Exception;

}
