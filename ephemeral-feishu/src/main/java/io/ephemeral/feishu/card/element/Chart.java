package io.ephemeral.feishu.card.element;

import java.util.Map;

import com.fasterxml.jackson.annotation.JsonTypeName;
import io.ephemeral.feishu.card.json.CardMapper;
import io.ephemeral.feishu.card.json.OrderedCopy;
import io.ephemeral.feishu.card.style.AspectRatio;
import io.ephemeral.feishu.card.style.Box;
import io.ephemeral.feishu.card.style.Check;
import io.ephemeral.feishu.card.style.Length;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.EnumNamingStrategies;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.annotation.EnumNaming;

/**
 * Chart that VChart draws. The version of VChart depends on the client: 1.2.2 from client
 * 7.1, 1.6.6 from 7.7, 1.8.3 from 7.10, 1.10.1 from 7.16, 1.12.3 from 7.27.
 *
 * @param chartSpec VChart specification, without functions
 * @param aspectRatio ratio of the width to the height; 16:9 on computers and 1:1 on
 * phones when absent
 * @param colorTheme color theme; {@link ColorTheme#BRAND} when absent
 * @param preview whether a click enlarges the chart; true when absent
 * @param height height: {@link Length#AUTO} (the default), or from 1 to 999 pixels
 * @param elementId unique id in the card: at most 20 letters, digits and underscores,
 * starting with a letter; none when absent
 * @param margin space around the component, from -99 to 99 pixels; none when absent
 * @param unknown unsupported properties and properties with an unsupported value,
 * unchanged
 */
@JsonTypeName("chart")
public record Chart(JsonNode chartSpec, @Nullable AspectRatio aspectRatio, @Nullable ColorTheme colorTheme,
		@Nullable Boolean preview, @Nullable Length height, @Nullable String elementId, @Nullable Box margin,
		Map<String, JsonNode> unknown) implements NestedElement {

	public Chart {
		Check.required("chart_spec", chartSpec);
		Check.that(chartSpec.isObject(), "chart_spec", "must be a JSON object");
		chartSpec = chartSpec.deepCopy();
		Check.length("height", height, 1, 999, Length.AUTO);
		Check.elementId(elementId);
		unknown = OrderedCopy.of(unknown);
	}

	/**
	 * Creates a builder for a chart.
	 * @param chartSpec VChart specification of maps, lists and values
	 * @return a builder
	 */
	public static Builder builder(Map<String, ?> chartSpec) {
		return new Builder(chartSpec);
	}

	/**
	 * Returns the VChart specification.
	 * @return a copy
	 */
	@Override
	public JsonNode chartSpec() {
		return this.chartSpec.deepCopy();
	}

	@Override
	public String toString() {
		return "Chart";
	}

	/**
	 * Builder for a {@link Chart}.
	 */
	public static final class Builder extends ComponentBuilder<Builder> implements ElementBuilder<Chart> {

		private final JsonNode chartSpec;

		private @Nullable AspectRatio aspectRatio;

		private @Nullable ColorTheme colorTheme;

		private @Nullable Boolean preview;

		private @Nullable Length height;

		private Builder(Map<String, ?> chartSpec) {
			this.chartSpec = CardMapper.tree(chartSpec);
		}

		/**
		 * Sets the aspect ratio. The default is 16:9 on computers and 1:1 on phones.
		 * @param aspectRatio ratio of the width to the height
		 * @return this builder
		 */
		public Builder aspectRatio(AspectRatio aspectRatio) {
			this.aspectRatio = aspectRatio;
			return this;
		}

		/**
		 * Sets the color theme. The default is {@link ColorTheme#BRAND}.
		 * @param colorTheme color theme
		 * @return this builder
		 */
		public Builder colorTheme(ColorTheme colorTheme) {
			this.colorTheme = colorTheme;
			return this;
		}

		/**
		 * Sets whether a click enlarges the chart. The default is {@code true}.
		 * @param preview whether a click enlarges the chart
		 * @return this builder
		 */
		public Builder preview(boolean preview) {
			this.preview = preview;
			return this;
		}

		/**
		 * Sets the height. The default is {@link Length#AUTO}.
		 * @param height height: {@link Length#AUTO}, or from 1 to 999 pixels
		 * @return this builder
		 */
		public Builder height(Length height) {
			this.height = height;
			return this;
		}

		@Override
		public Chart build() {
			return new Chart(this.chartSpec, this.aspectRatio, this.colorTheme, this.preview, this.height,
					this.elementId, this.margin, this.unknown);
		}

		@Override
		Builder self() {
			return this;
		}

	}

	/**
	 * Color theme of a chart.
	 */
	@EnumNaming(EnumNamingStrategies.SnakeCaseStrategy.class)
	public enum ColorTheme {

		BRAND, RAINBOW, COMPLEMENTARY, CONVERSE, PRIMARY

	}

}
