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
 * A chart drawn by VChart. Its version depends on the client: 1.2.2 from client 7.1,
 * 1.6.6 from 7.7, 1.8.3 from 7.10, 1.10.1 from 7.16, 1.12.3 from 7.27.
 *
 * @param chartSpec specification of VChart, without functions
 * @param aspectRatio 16:9 on computers and 1:1 on phones when absent
 * @param colorTheme {@link ColorTheme#BRAND} when absent
 * @param preview whether it is enlarged by a click; it is when absent
 * @param height {@link Length#AUTO} (the default), or from 1 to 999 pixels
 * @param elementId id in the card: letters, digits and underscores, a letter first, at
 * most 20 characters, unique; none when absent
 * @param margin space around it, from -99 to 99 pixels; none when absent
 * @param unknown properties as they came that are not modelled, or whose value is not
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
	 * Starts a chart.
	 * @param chartSpec specification of VChart, of maps, lists and values
	 * @return a builder
	 */
	public static Builder builder(Map<String, ?> chartSpec) {
		return new Builder(chartSpec);
	}

	/**
	 * Specification of VChart.
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
	 * Options of a chart.
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
		 * Sets the aspect ratio.
		 * @param aspectRatio 16:9 on computers and 1:1 on phones
		 * @return this builder
		 */
		public Builder aspectRatio(AspectRatio aspectRatio) {
			this.aspectRatio = aspectRatio;
			return this;
		}

		/**
		 * Sets the color theme.
		 * @param colorTheme {@link ColorTheme#BRAND}
		 * @return this builder
		 */
		public Builder colorTheme(ColorTheme colorTheme) {
			this.colorTheme = colorTheme;
			return this;
		}

		/**
		 * Sets whether it is enlarged by a click.
		 * @param preview whether it is enlarged by a click
		 * @return this builder
		 */
		public Builder preview(boolean preview) {
			this.preview = preview;
			return this;
		}

		/**
		 * Sets the height.
		 * @param height {@link Length#AUTO}, or from 1 to 999 pixels
		 * @return this builder
		 */
		public Builder height(Length height) {
			this.height = height;
			return this;
		}

		@Override
		public Chart build() {
			return new Chart(this.chartSpec, this.aspectRatio, this.colorTheme, this.preview, this.height,
					this.elementId, this.margin, Map.of());
		}

		@Override
		Builder self() {
			return this;
		}

	}

	/**
	 * The colors of a chart.
	 */
	@EnumNaming(EnumNamingStrategies.SnakeCaseStrategy.class)
	public enum ColorTheme {

		BRAND, RAINBOW, COMPLEMENTARY, CONVERSE, PRIMARY

	}

}
