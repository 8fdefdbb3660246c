package io.ephemeral.sample.checklist;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.util.ArrayDeque;
import java.util.Locale;
import java.util.Objects;
import java.util.Queue;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.core.publisher.MonoSink;

/**
 * Person at the console. The end of the input skips everything that is left.
 */
final class ConsolePerson implements Person {

	private static final String SKIP = "s";

	/** Lines that nobody has taken; guarded by this object, like the others. */
	private final Queue<String> lines = new ArrayDeque<>();

	/** Those who wait for a line. */
	private final Queue<MonoSink<String>> waiting = new ArrayDeque<>();

	private boolean ended;

	private final PrintStream output;

	/**
	 * Creates a person who types lines.
	 * @param charset encoding of the input
	 */
	ConsolePerson(InputStream input, Charset charset, PrintStream output) {
		this.output = output;
		BufferedReader reader = new BufferedReader(new InputStreamReader(input, charset));
		Thread thread = new Thread(() -> read(reader), "checklist-console");
		thread.setDaemon(true);
		thread.start();
	}

	/**
	 * Reads on a thread of its own, because a task ends when a click arrives or when the
	 * person types a line.
	 */
	private void read(BufferedReader reader) {
		try {
			for (String line = reader.readLine(); line != null; line = reader.readLine()) {
				give(line.strip());
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException("The console cannot be read", ex);
		}
		finally {
			end();
		}
	}

	private synchronized void give(String line) {
		MonoSink<String> first = this.waiting.poll();
		if (first != null) {
			first.success(line);
		}
		else {
			this.lines.add(line);
		}
	}

	private synchronized void end() {
		this.ended = true;
		for (MonoSink<String> sink = this.waiting.poll(); sink != null; sink = this.waiting.poll()) {
			sink.success(SKIP);
		}
	}

	@Override
	public void show(String text) {
		this.output.println(text);
	}

	@Override
	public Answer answer(String question) {
		show("? " + question + " [y/n/s]");
		while (true) {
			switch (next().toLowerCase(Locale.ROOT)) {
				case "y", "yes" -> {
					return Answer.YES;
				}
				case "n", "no" -> {
					return Answer.NO;
				}
				case SKIP, "skip" -> {
					return Answer.SKIP;
				}
				default -> show("  Please type y, n or s.");
			}
		}
	}

	@Override
	public @Nullable String type(String question) {
		show("? " + question + " [s to skip]");
		String line = next();
		return (line.isEmpty() || line.equalsIgnoreCase(SKIP)) ? null : line;
	}

	@Override
	public Mono<Void> act(String instruction) {
		return Mono.fromRunnable(() -> show("> " + instruction + ". [s to skip]"))
			.then(line())
			.repeat()
			.filter(SKIP::equalsIgnoreCase)
			.next()
			.then();
	}

	private String next() {
		return Objects.requireNonNull(line().block());
	}

	/**
	 * Returns the next line, and the skip at the end of the input. A line that comes
	 * after the cancellation belongs to the next one who asks.
	 */
	private Mono<String> line() {
		return Mono.create(this::take);
	}

	private synchronized void take(MonoSink<String> sink) {
		String line = this.lines.poll();
		if (line != null || this.ended) {
			sink.success((line != null) ? line : SKIP);
		}
		else {
			this.waiting.add(sink);
			sink.onDispose(() -> forget(sink));
		}
	}

	private synchronized void forget(MonoSink<String> sink) {
		this.waiting.remove(sink);
	}

}
