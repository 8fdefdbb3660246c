package io.ephemeral.benchmarks;

import java.util.List;
import java.util.Locale;

/**
 * Plot of the number of calls that left within the last second, over time.
 */
final class LimitPlot {

	private static final int WIDTH = 720;

	private static final int HEIGHT = 320;

	private static final int LEFT = 50;

	private static final int TOP = 40;

	private static final int BOTTOM = 40;

	private static final double SECONDS = 10;

	private static final int MOST = 90;

	private static final String LINE = "<polyline fill=\"none\" stroke=\"%s\" stroke-width=\"2\" points=\"%s\"/>%n";

	private final int limit;

	private final List<Long> windows;

	private final List<Long> bucket;

	/**
	 * Creates a plot of two runs.
	 * @param limit maximum number of calls in a second
	 * @param windows departure times of the calls with sliding windows, in nanoseconds
	 * @param bucket departure times of the calls with a token bucket, in nanoseconds
	 */
	LimitPlot(int limit, List<Long> windows, List<Long> bucket) {
		this.limit = limit;
		this.windows = windows;
		this.bucket = bucket;
	}

	String toSvg() {
		StringBuilder svg = new StringBuilder("""
				<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %d %d" font-family="sans-serif" font-size="13">
				<rect width="100%%" height="100%%" fill="white"/>
				""".formatted(WIDTH, HEIGHT));
		text(svg, LEFT, 20, "#333", "start", "Calls that left within the latest second: 400 cards to one chat");
		for (int second = 0; second <= SECONDS; second++) {
			text(svg, x(second), HEIGHT - 15, "#666", "middle", second + " s");
		}
		for (int calls = 0; calls <= MOST - 10; calls += 20) {
			text(svg, LEFT - 8, y(calls) + 4, "#666", "end", Integer.toString(calls));
			svg.append(String.format(Locale.ROOT, LINE, "#eee", point(0, calls) + point(SECONDS, calls)));
		}
		svg.append(String.format(Locale.ROOT, LINE, "#d43", point(0, this.limit) + point(SECONDS, this.limit)));
		svg.append(String.format(Locale.ROOT, LINE, "#e90", points(this.bucket)));
		svg.append(String.format(Locale.ROOT, LINE, "#06c", points(this.windows)));
		text(svg, WIDTH - 20, y(this.limit) + 18, "#d43", "end", "the platform's limit");
		text(svg, WIDTH - 20, y(MOST - 8), "#e90", "end", "token bucket (bucket4j)");
		text(svg, WIDTH - 20, y(MOST - 15), "#06c", "end", "sliding windows");
		return svg.append("</svg>\n").toString();
	}

	private static void text(StringBuilder svg, double x, double y, String color, String anchor, String text) {
		svg.append(String.format(Locale.ROOT, "<text x=\"%.0f\" y=\"%.0f\" fill=\"%s\" text-anchor=\"%s\">%s</text>%n",
				x, y, color, anchor, text));
	}

	/** Returns the points of a curve, one for each 10 ms. */
	private static String points(List<Long> departures) {
		StringBuilder points = new StringBuilder();
		long start = departures.get(0);
		for (int hundredth = 0; hundredth <= SECONDS * 100; hundredth++) {
			long now = start + hundredth * 10_000_000L;
			long calls = departures.stream().filter((at) -> at <= now && at > now - 1_000_000_000L).count();
			points.append(point(hundredth / 100.0, (double) calls));
		}
		return points.toString();
	}

	private static String point(double seconds, double calls) {
		return String.format(Locale.ROOT, "%.1f,%.1f ", x(seconds), y(calls));
	}

	private static double x(double seconds) {
		return LEFT + seconds / SECONDS * (WIDTH - LEFT - 20);
	}

	private static double y(double calls) {
		return HEIGHT - BOTTOM - calls / MOST * (HEIGHT - TOP - BOTTOM);
	}

}
