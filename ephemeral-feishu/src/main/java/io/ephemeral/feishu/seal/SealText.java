package io.ephemeral.feishu.seal;

import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.HexFormat;

import org.jspecify.annotations.Nullable;

/**
 * Text of a seal in a card, in Base64 for URLs: one byte that names what the seal is
 * bound to, the random id of the card, and the sealed content.
 *
 * @param bonds bits of {@link #TENANT} and {@link #CHAT}
 * @param card id of the card, 8 bytes
 * @param content sealed content, with the id of its key in front
 */
@SuppressWarnings("ArrayRecordComponent")
record SealText(byte bonds, byte[] card, byte[] content) {

	static final int CARD_LENGTH = 8;

	private static final byte TENANT = 1;

	private static final byte CHAT = 2;

	/** Key id, random bytes and tag of the content. */
	private static final int LEAST_CONTENT = 32;

	/** The first bytes of a content, its key id and random bytes, differ each time. */
	private static final int UNIQUE_CONTENT = 16;

	/** Returns the bonds to the known parts of a place. */
	static byte bonds(SealPlace place) {
		return (byte) (((place.tenant() != null) ? TENANT : 0) | ((place.chat() != null) ? CHAT : 0));
	}

	/**
	 * Reads a text.
	 * @return null if it cannot be the text of a seal
	 */
	static @Nullable SealText parse(String text) {
		byte[] bytes = decoded(text);
		if (bytes == null || bytes.length < 1 + CARD_LENGTH + LEAST_CONTENT) {
			return null;
		}
		byte[] card = new byte[CARD_LENGTH];
		byte[] content = new byte[bytes.length - 1 - CARD_LENGTH];
		byte bonds = ByteBuffer.wrap(bytes).get(1, card).get(1 + CARD_LENGTH, content).get(0);
		return new SealText(bonds, card, content);
	}

	/** Decodes a text, unless it is another way to write the same bytes. */
	private static byte @Nullable [] decoded(String text) {
		try {
			byte[] bytes = Base64.getUrlDecoder().decode(text);
			return encoded(bytes).equals(text) ? bytes : null;
		}
		catch (IllegalArgumentException ex) {
			return null;
		}
	}

	private static String encoded(byte[] bytes) {
		return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
	}

	/**
	 * Returns what the sealed content is bound to.
	 * @param place place of the card or click, which has the parts that the bonds name
	 */
	static String bound(byte bonds, byte[] card, String app, String action, SealPlace place) {
		return String.join("\n", Byte.toString(bonds), HexFormat.of().formatHex(card), app,
				((bonds & TENANT) != 0) ? String.valueOf(place.tenant()) : "",
				((bonds & CHAT) != 0) ? String.valueOf(place.chat()) : "", action);
	}

	/** Returns an id that no other seal has. */
	String id() {
		return HexFormat.of().formatHex(this.card) + HexFormat.of().formatHex(this.content, 0, UNIQUE_CONTENT);
	}

	@Override
	public String toString() {
		return encoded(ByteBuffer.allocate(1 + CARD_LENGTH + this.content.length)
			.put(this.bonds)
			.put(this.card)
			.put(this.content)
			.array());
	}

}
