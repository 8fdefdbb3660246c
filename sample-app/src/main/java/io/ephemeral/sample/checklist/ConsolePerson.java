package io.ephemeral.sample.checklist;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/**
 * Person at the console. The end of the input skips everything that is left.
 */
final class ConsolePerson implements Person {

	private static final String SKIP = "s";

	/** Lines of the input; empty at its end. */
	private final BlockingQueue<Optional<String>> lines = new LinkedBlockingQueue<>();

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
				this.lines.add(Optional.of(line.strip()));
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException("The console cannot be read", ex);
		}
		finally {
			this.lines.add(Optional.empty());
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
			.then(Mono.fromCallable(this::next))
			.repeat()
			.filter(SKIP::equalsIgnoreCase)
			.next()
			.then()
			.subscribeOn(Schedulers.boundedElastic());
	}

	/** Returns the next line, and the skip at the end of the input. */
	private String next() {
		try {
			Optional<String> line = this.lines.take();
			if (line.isEmpty()) {
				this.lines.add(line);
			}
			return line.orElse(SKIP);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			return SKIP;
		}
	}

}
