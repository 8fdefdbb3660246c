package io.ephemeral.feishu.simulator.tenant;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

/**
 * Ids of 32 hexadecimal digits. The platform puts a prefix before them.
 */
public final class Ids {

	private Ids() {
	}

	public static String random() {
		return digits(UUID.randomUUID());
	}

	/**
	 * Returns the same id for the same name, in every run.
	 */
	public static String of(String name) {
		return digits(UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)));
	}

	private static String digits(UUID uuid) {
		return uuid.toString().replace("-", "");
	}

}
