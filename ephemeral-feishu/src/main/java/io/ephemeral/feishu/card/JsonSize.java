package io.ephemeral.feishu.card;

import java.util.Map;

import tools.jackson.databind.JsonNode;

/**
 * The bytes that a tree has once it is written as JSON in UTF-8, without writing it.
 */
final class JsonSize {

	private JsonSize() {
	}

	static int of(JsonNode node) {
		if (node.isString()) {
			return of(node.stringValue());
		}
		if (!node.isContainer()) {
			return node.toString().length();
		}
		int size = 2 + Math.max(0, node.size() - 1);
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

	private static int of(String text) {
		int size = 2;
		for (int index = 0; index < text.length(); index++) {
			size += bytes(text.charAt(index));
		}
		return size;
	}

	/** Two halves of a pair have four bytes together. */
	private static int bytes(char character) {
		if (character >= 0x80) {
			return (character < 0x800 || Character.isSurrogate(character)) ? 2 : 3;
		}
		return switch (character) {
			case '"', '\\', '\n', '\r', '\t', '\b', '\f' -> 2;
			default -> (character < 0x20) ? 6 : 1;
		};
	}

}
