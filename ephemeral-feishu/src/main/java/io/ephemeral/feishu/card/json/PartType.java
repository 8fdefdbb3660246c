package io.ephemeral.feishu.card.json;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.JsonNode;

/**
 * Type of parts of one class. It looks up the reader and the writer on first use, because
 * a part may contain parts of its own class.
 */
final class PartType extends PropertyType {

	private final Class<?> type;

	private @Nullable PartReader<?> reader;

	private @Nullable PartWriter writer;

	PartType(Class<?> type) {
		this.type = type;
	}

	@Override
	@Nullable Object read(JsonNode json, Reading reading) {
		PartReader<?> found = this.reader;
		if (found == null) {
			found = PartReader.of(this.type);
			this.reader = found;
		}
		return found.read(json, reading);
	}

	@Override
	void write(Object value, JsonGenerator generator) {
		writer().write(value, generator);
	}

	@Override
	boolean holdsParts() {
		return true;
	}

	@Override
	boolean isFullyTyped(Object value) {
		return writer().isTyped(value);
	}

	private PartWriter writer() {
		PartWriter found = this.writer;
		if (found == null) {
			found = PartWriter.of(this.type);
			this.writer = found;
		}
		return found;
	}

}
