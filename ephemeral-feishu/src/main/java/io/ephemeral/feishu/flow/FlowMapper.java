package io.ephemeral.feishu.flow;

import io.ephemeral.feishu.Viewer;
import io.ephemeral.feishu.card.json.CardMapper;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.cfg.DateTimeFeature;
import tools.jackson.databind.deser.std.StdDeserializer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;

/**
 * JSON mapper of answers. Each record that a form can have is read as it was written,
 * with its offsets and zones.
 */
final class FlowMapper {

	static final JsonMapper INSTANCE = CardMapper.INSTANCE.rebuild()
		.disable(DateTimeFeature.ADJUST_DATES_TO_CONTEXT_TIME_ZONE)
		.enable(DateTimeFeature.WRITE_DATES_WITH_ZONE_ID)
		.addModule(new SimpleModule().addDeserializer(Viewer.class, new ViewerReader()))
		.build();

	private FlowMapper() {
	}

	/**
	 * Reader of persons whose kind is open. It is the name of the only member.
	 */
	private static final class ViewerReader extends StdDeserializer<Viewer> {

		ViewerReader() {
			super(Viewer.class);
		}

		@Override
		public Viewer deserialize(JsonParser parser, DeserializationContext context) {
			JsonNode viewer = context.readTree(parser);
			String kind = viewer.propertyNames().iterator().next();
			return Viewer.ofText(kind + ":" + viewer.path(kind).stringValue());
		}

	}

}
