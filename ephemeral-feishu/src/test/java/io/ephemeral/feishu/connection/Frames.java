package io.ephemeral.feishu.connection;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/**
 * Frames that the official SDKs sent or accepted, by their numbers in the file.
 */
final class Frames {

	private static final Map<String, byte[]> ALL = read();

	private Frames() {
	}

	static byte[] bytes(String name) {
		return Objects.requireNonNull(ALL.get(name), name);
	}

	static Frame frame(String name) {
		return FrameReader.read(bytes(name));
	}

	private static Map<String, byte[]> read() {
		Map<String, byte[]> frames = new LinkedHashMap<>();
		try (InputStream file = Frames.class.getResourceAsStream("frames.txt")) {
			new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8).lines()
				.filter((line) -> !line.startsWith("#"))
				.map((line) -> line.split(" "))
				.forEach((line) -> frames.put(line[0], HexFormat.of().parseHex(line[1])));
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
		return frames;
	}

}
