package io.ephemeral.feishu.card.check;

import java.util.Map;

import tools.jackson.databind.JsonNode;

/**
 * Number of bytes that a tree has as JSON in UTF-8, without writing it.
 */
final class JsonSize {

	/** The bytes of every character, so that there is nothing to decide on the way. */
	private static final byte[] SIZES = sizes();

	private JsonSize() {
	}

	static int of(JsonNode node) {
		if (node.isString()) {
			return of(node.stringValue());
		}
		if (!node.isContainer()) {
			return node.isNull() ? 4 : node.asString().length();
		}
		int size = around(node);
		for (Map.Entry<String, JsonNode> property : node.properties()) {
			size += of(property.getKey()) + 1 + of(property.getValue());
		}
		if (node.isArray()) {
			for (JsonNode element : node) {
				size += of(element);
			}
		}
		return size;
	}

	/** The brackets around an object or array, and the commas in it. */
	static int around(JsonNode container) {
		return 2 + Math.max(0, container.size() - 1);
	}

	static int of(String text) {
		int size = 2;
		for (int index = 0; index < text.length(); index++) {
			size += SIZES[text.charAt(index)];
		}
		return size;
	}

	private static byte[] sizes() {
		byte[] sizes = new byte[Character.MAX_VALUE + 1];
		for (int character = 0; character < sizes.length; character++) {
			sizes[character] = (byte) ((character < 0x80) ? ascii((char) character) : wide((char) character));
		}
		return sizes;
	}

	/** As JSON escapes it. */
	private static int ascii(char character) {
		return switch (character) {
			case '"', '\\', '\n', '\r', '\t', '\b', '\f' -> 2;
			default -> (character < 0x20) ? 6 : 1;
		};
	}

	/** In UTF-8; two halves of a pair have four bytes together. */
	private static int wide(char character) {
		return (character < 0x800 || Character.isSurrogate(character)) ? 2 : 3;
	}

}
