package io.ephemeral.feishu.system;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;

import io.ephemeral.feishu.card.Card;
import io.ephemeral.feishu.card.Config;
import io.ephemeral.feishu.card.CustomColor;
import io.ephemeral.feishu.card.CustomTextSize;
import io.ephemeral.feishu.card.Header;
import io.ephemeral.feishu.card.HeaderTemplate;
import io.ephemeral.feishu.card.Style;
import io.ephemeral.feishu.card.TagColor;
import io.ephemeral.feishu.card.TextTag;
import io.ephemeral.feishu.card.WidthMode;
import io.ephemeral.feishu.card.element.Behavior;
import io.ephemeral.feishu.card.element.BodyElement;
import io.ephemeral.feishu.card.element.CollapsiblePanel;
import io.ephemeral.feishu.card.element.Column;
import io.ephemeral.feishu.card.element.ColumnSet;
import io.ephemeral.feishu.card.element.Form;
import io.ephemeral.feishu.card.element.FormElement;
import io.ephemeral.feishu.card.element.InteractiveContainer;
import io.ephemeral.feishu.card.element.Markdown;
import io.ephemeral.feishu.card.element.NestedElement;
import io.ephemeral.feishu.card.element.Table;
import io.ephemeral.feishu.card.element.Text;
import io.ephemeral.feishu.card.style.Color;
import io.ephemeral.feishu.card.style.Direction;
import io.ephemeral.feishu.card.style.Length;
import io.ephemeral.feishu.card.style.TextSize;
import io.ephemeral.feishu.card.style.VerticalAlign;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

import static io.ephemeral.feishu.system.Values.ALIGNS;
import static io.ephemeral.feishu.system.Values.BEHAVIORS;
import static io.ephemeral.feishu.system.Values.BOOLEANS;
import static io.ephemeral.feishu.system.Values.COLORS;
import static io.ephemeral.feishu.system.Values.ELEMENT_IDS;
import static io.ephemeral.feishu.system.Values.FILLED_TEXTS;
import static io.ephemeral.feishu.system.Values.ICONS;
import static io.ephemeral.feishu.system.Values.JUMPS;
import static io.ephemeral.feishu.system.Values.LARK_MARKDOWNS;
import static io.ephemeral.feishu.system.Values.LINES;
import static io.ephemeral.feishu.system.Values.MARGINS;
import static io.ephemeral.feishu.system.Values.NAMES;
import static io.ephemeral.feishu.system.Values.OWN_STYLE;
import static io.ephemeral.feishu.system.Values.PADDINGS;
import static io.ephemeral.feishu.system.Values.PLAIN_TEXTS;
import static io.ephemeral.feishu.system.Values.RADII;
import static io.ephemeral.feishu.system.Values.SPACINGS;
import static io.ephemeral.feishu.system.Values.TEXTS;

/**
 * Arbitrary cards of the JSON 2.0 structure, and their containers, made with the
 * builders. They break no rule of the documents.
 */
final class Cards {

	/** Maximum depth of nested containers, including forms. */
	private static final int MAX_LEVELS = 5;

	/**
	 * Low enough that the card, with the parts that are not counted here, stays below
	 * 200.
	 */
	private static final int MAX_TAGS = 180;

	private static final int MAX_BYTES = 28_000;

	private static final Arbitrary<Direction> DIRECTIONS = Arbitraries.of(Direction.class);

	private static final Arbitrary<VerticalAlign> VERTICAL_ALIGNS = Arbitraries.of(VerticalAlign.class);

	private Cards() {
	}

	/** Cards for one member of a group. */
	static Arbitrary<Card> ephemeral() {
		return cards(elements()).filter(Cards::isWithinLimits);
	}

	/** Public cards with at least one sound. */
	static Arbitrary<Card> withSound() {
		Arbitrary<BodyElement> sounds = Components.audios().map(BodyElement.class::cast);
		return Combinators.combine(cards(elements()), sounds.list().ofMinSize(1).ofMaxSize(2)).as((card, audios) -> {
			Card.Builder builder = Card.builder().config(card.config().enableForward(false));
			card.body().elements().forEach(builder::add);
			audios.forEach(builder::add);
			return builder.build();
		}).filter(Cards::isWithinLimits);
	}

	private static boolean isWithinLimits(Card card) {
		String json = card.toJson();
		return json.split("\"tag\":", -1).length <= MAX_TAGS && json.split("\"tag\":\"table\"", -1).length <= 6
				&& json.getBytes(StandardCharsets.UTF_8).length <= MAX_BYTES;
	}

	private static Arbitrary<Card> cards(Arbitrary<BodyElement> elements) {
		return ArbitraryBuilder.of(configs(), (config) -> Card.builder().config(config))
			.with(elements.list().ofMaxSize(4), (builder, all) -> {
				all.forEach(builder::add);
				return builder;
			})
			.maybe(headers(), Card.Builder::header)
			.maybe(Values.MULTI_URLS, Card.Builder::link)
			.maybe(DIRECTIONS, Card.Builder::direction)
			.maybe(PADDINGS, Card.Builder::padding)
			.maybe(SPACINGS, Card.Builder::horizontalSpacing)
			.maybe(SPACINGS, Card.Builder::verticalSpacing)
			.build(Card.Builder::build);
	}

	private static Arbitrary<Config> configs() {
		Style style = new Style(Map.of(OWN_STYLE, new CustomTextSize("large", "x-large", "medium", Map.of())),
				Map.of(OWN_STYLE, new CustomColor("rgba(5,157,178,0.52)", "rgba(90,200,220,1)", Map.of())), Map.of());
		return ArbitraryBuilder.of(BOOLEANS, (any) -> Config.defaults().style(style))
			.maybe(Arbitraries.of(WidthMode.class), Config::widthMode)
			.maybe(BOOLEANS, Config::enableForward)
			.maybe(TEXTS, Config::summary)
			.build(Function.identity());
	}

	private static Arbitrary<Header> headers() {
		Arbitrary<Text> titles = Arbitraries.oneOf(PLAIN_TEXTS, LARK_MARKDOWNS);
		Arbitrary<TextTag> tags = Combinators.combine(TEXTS, Arbitraries.of(TagColor.class)).as(TextTag::of);
		return ArbitraryBuilder.<Text, Header>of(titles, Header::of)
			.maybe(titles, Header::subtitle)
			.maybe(Arbitraries.of(HeaderTemplate.class), Header::template)
			.maybe(tags.array(TextTag[].class).ofMaxSize(3), Header::tags)
			.maybe(ICONS, Header::icon)
			.maybe(PADDINGS, Header::padding)
			.build(Function.identity());
	}

	private static Arbitrary<BodyElement> elements() {
		return Arbitraries.frequencyOf(Tuple.of(8, outsideForm()), Tuple.of(2, forms()), Tuple.of(1, tables()));
	}

	private static Arbitrary<NestedElement> outsideForm() {
		Arbitrary<NestedElement> components = Components.outsideForm();
		Arbitrary<NestedElement> elements = components;
		for (int level = 0; level < MAX_LEVELS; level++) {
			elements = new OneArbitrary<>(Arbitraries.frequencyOf(Tuple.of(4, components),
					Tuple.of(1, columnSets(elements, ColumnSet::builder, Column::builder)),
					Tuple.of(1, panels(elements, CollapsiblePanel::builder)),
					Tuple.of(1, interactiveContainers(elements, InteractiveContainer::builder))));
		}
		return elements;
	}

	private static Arbitrary<FormElement> inForm() {
		Arbitrary<FormElement> components = Components.inForm();
		Arbitrary<FormElement> elements = components;
		for (int level = 1; level < MAX_LEVELS; level++) {
			elements = new OneArbitrary<>(Arbitraries.frequencyOf(Tuple.of(4, components),
					Tuple.of(1, columnSets(elements, ColumnSet::inForm, Column::inForm)),
					Tuple.of(1, panels(elements, CollapsiblePanel::inForm)),
					Tuple.of(1, interactiveContainers(elements, InteractiveContainer::inForm))));
		}
		return elements;
	}

	private static Arbitrary<Form> forms() {
		Arbitrary<FormElement> submits = Arbitraries.oneOf(Components.submitButtons(),
				columnSets(Components.submitButtons().map(FormElement.class::cast), ColumnSet::inForm, Column::inForm));
		return ArbitraryBuilder.of(NAMES, Form::builder).with(inForm().list().ofMaxSize(4), (builder, all) -> {
			all.forEach(builder::add);
			return builder;
		})
			.with(Components.submitButtons(), Form.Builder::add)
			.maybe(submits, Form.Builder::add)
			.maybe(ELEMENT_IDS, Form.Builder::elementId)
			.maybe(MARGINS, Form.Builder::margin)
			.maybe(DIRECTIONS, Form.Builder::direction)
			.maybe(SPACINGS, Form.Builder::horizontalSpacing)
			.maybe(SPACINGS, Form.Builder::verticalSpacing)
			.maybe(ALIGNS, Form.Builder::horizontalAlign)
			.maybe(VERTICAL_ALIGNS, Form.Builder::verticalAlign)
			.maybe(PADDINGS, Form.Builder::padding)
			.maybe(Components.FALLBACKS, Form.Builder::fallback)
			.build(Form.Builder::build);
	}

	private static <E extends FormElement> Arbitrary<E> columnSets(Arbitrary<E> elements,
			Supplier<ColumnSet.Builder<E>> sets, Supplier<Column.Builder<E>> columns) {
		return ArbitraryBuilder.of(BOOLEANS, (any) -> sets.get())
			.with(columns(elements, columns).list().ofMinSize(1).ofMaxSize(3), (builder, all) -> {
				all.forEach(builder::column);
				return builder;
			})
			.maybe(ELEMENT_IDS, ColumnSet.Builder::elementId)
			.maybe(MARGINS, ColumnSet.Builder::margin)
			.maybe(Arbitraries.of(ColumnSet.FlexMode.class), ColumnSet.Builder::flexMode)
			.maybe(SPACINGS, ColumnSet.Builder::horizontalSpacing)
			.maybe(ALIGNS, ColumnSet.Builder::horizontalAlign)
			.maybe(COLORS, ColumnSet.Builder::backgroundStyle)
			.maybe(JUMPS, ColumnSet.Builder::action)
			.build(ColumnSet.Builder::build);
	}

	private static <E extends FormElement> Arbitrary<Column.Builder<E>> columns(Arbitrary<E> elements,
			Supplier<Column.Builder<E>> columns) {
		return ArbitraryBuilder.of(BOOLEANS, (any) -> columns.get())
			.with(elements.list().ofMaxSize(2), (builder, all) -> {
				all.forEach(builder::add);
				return builder;
			})
			.maybe(ELEMENT_IDS, Column.Builder::elementId)
			.maybe(MARGINS, Column.Builder::margin)
			.maybe(DIRECTIONS, Column.Builder::direction)
			.maybe(SPACINGS, Column.Builder::horizontalSpacing)
			.maybe(SPACINGS, Column.Builder::verticalSpacing)
			.maybe(ALIGNS, Column.Builder::horizontalAlign)
			.maybe(VERTICAL_ALIGNS, Column.Builder::verticalAlign)
			.maybe(PADDINGS, Column.Builder::padding)
			.maybe(Values.lengths(16, 600, Length.AUTO, Length.WEIGHTED), Column.Builder::width)
			.maybe(Arbitraries.integers().between(1, 5), Column.Builder::weight)
			.maybe(COLORS, Column.Builder::backgroundStyle)
			.maybe(JUMPS, Column.Builder::action)
			.build(Function.identity());
	}

	private static <E extends FormElement> Arbitrary<E> panels(Arbitrary<E> elements,
			Function<CollapsiblePanel.Header, CollapsiblePanel.Builder<E>> panels) {
		return ArbitraryBuilder.of(panelHeaders(), panels).with(elements.list().ofMaxSize(2), (builder, all) -> {
			all.forEach(builder::add);
			return builder;
		})
			.maybe(ELEMENT_IDS, CollapsiblePanel.Builder::elementId)
			.maybe(MARGINS, CollapsiblePanel.Builder::margin)
			.maybe(DIRECTIONS, CollapsiblePanel.Builder::direction)
			.maybe(SPACINGS, CollapsiblePanel.Builder::horizontalSpacing)
			.maybe(SPACINGS, CollapsiblePanel.Builder::verticalSpacing)
			.maybe(ALIGNS, CollapsiblePanel.Builder::horizontalAlign)
			.maybe(VERTICAL_ALIGNS, CollapsiblePanel.Builder::verticalAlign)
			.maybe(PADDINGS, CollapsiblePanel.Builder::padding)
			.maybe(CollapsiblePanel.Builder::expanded)
			.maybe(COLORS, CollapsiblePanel.Builder::backgroundColor)
			.maybe(Values.BORDERS, CollapsiblePanel.Builder::border)
			.build(CollapsiblePanel.Builder::build);
	}

	private static Arbitrary<CollapsiblePanel.Header> panelHeaders() {
		Arbitrary<CollapsiblePanel.Title> titles = Arbitraries.oneOf(PLAIN_TEXTS, TEXTS.map(Markdown::of));
		return ArbitraryBuilder.of(titles, CollapsiblePanel.Header::of)
			.maybe(COLORS, CollapsiblePanel.Header::backgroundColor)
			.maybe(Arbitraries.of(CollapsiblePanel.HeaderWidth.class), CollapsiblePanel.Header::width)
			.maybe(PADDINGS, CollapsiblePanel.Header::padding)
			.maybe(ICONS,
					(header, icon) -> header.icon(icon.size(10, 12), CollapsiblePanel.IconPosition.FOLLOW_TEXT, -90))
			.build(Function.identity());
	}

	private static <E extends FormElement> Arbitrary<E> interactiveContainers(Arbitrary<E> elements,
			Function<Behavior[], InteractiveContainer.Builder<E>> containers) {
		return ArbitraryBuilder.of(BEHAVIORS.array(Behavior[].class).ofMaxSize(2), containers)
			.with(elements.list().ofMaxSize(2), (builder, all) -> {
				all.forEach(builder::add);
				return builder;
			})
			.maybe(ELEMENT_IDS, InteractiveContainer.Builder::elementId)
			.maybe(MARGINS, InteractiveContainer.Builder::margin)
			.maybe(DIRECTIONS, InteractiveContainer.Builder::direction)
			.maybe(SPACINGS, InteractiveContainer.Builder::horizontalSpacing)
			.maybe(SPACINGS, InteractiveContainer.Builder::verticalSpacing)
			.maybe(ALIGNS, InteractiveContainer.Builder::horizontalAlign)
			.maybe(VERTICAL_ALIGNS, InteractiveContainer.Builder::verticalAlign)
			.maybe(PADDINGS, InteractiveContainer.Builder::padding)
			.maybe(Values.lengths(16, 999, Length.FILL, Length.AUTO), InteractiveContainer.Builder::width)
			.maybe(Values.lengths(10, 999, Length.AUTO), InteractiveContainer.Builder::height)
			.maybe(Arbitraries.oneOf(COLORS, Arbitraries.just(Color.LASER)),
					InteractiveContainer.Builder::backgroundStyle)
			.maybe(COLORS, InteractiveContainer.Builder::border)
			.maybe(RADII, InteractiveContainer.Builder::cornerRadius)
			.maybe(PLAIN_TEXTS, InteractiveContainer.Builder::hoverTips)
			.maybe(InteractiveContainer.Builder::disabled)
			.maybe(PLAIN_TEXTS, InteractiveContainer.Builder::disabledTips)
			.maybe(TEXTS, (builder, text) -> builder.confirm(text, text))
			.build(InteractiveContainer.Builder::build);
	}

	private static Arbitrary<Table> tables() {
		Arbitrary<Table.HeaderStyle> headers = Combinators
			.combine(ALIGNS, Arbitraries.of(TextSize.NORMAL, TextSize.HEADING), Arbitraries.of("none", "grey"), COLORS,
					BOOLEANS, LINES)
			.as((align, size, background, color, bold, lines) -> new Table.HeaderStyle(align, size,
					Color.named(background), color, bold, lines, Map.of()));
		return tableColumns().flatMap((columns) -> ArbitraryBuilder
			.of(Arbitraries.just(columns), (all) -> Table.builder(all.toArray(Table.Column[]::new)))
			.with(tableRow(columns).list().ofMaxSize(3), (builder, rows) -> {
				rows.forEach(builder::row);
				return builder;
			})
			.maybe(ELEMENT_IDS, Table.Builder::elementId)
			.maybe(MARGINS, Table.Builder::margin)
			.maybe(Arbitraries.integers().between(1, 10), Table.Builder::pageSize)
			.maybe(Values.lengths(32, 124, Length.LOW, Length.MIDDLE, Length.HIGH, Length.AUTO),
					Table.Builder::rowHeight)
			.maybe(Arbitraries.integers().between(32, 999).map(Length::pixels), Table.Builder::rowMaxHeight)
			.maybe(BOOLEANS, Table.Builder::freezeFirstColumn)
			.maybe(headers, Table.Builder::headerStyle)
			.build(Table.Builder::build));
	}

	private static Arbitrary<List<Table.Column>> tableColumns() {
		Arbitrary<Table.NumberFormat> formats = ArbitraryBuilder
			.of(Arbitraries.integers().between(0, 10), Table.NumberFormat::precision)
			.maybe(Arbitraries.of("¥", "\ud83d\udcb0", ""), Table.NumberFormat::symbol)
			.maybe(Table.NumberFormat::separated)
			.build(Function.identity());
		Arbitrary<Table.Column> columns = Arbitraries.oneOf(Combinators.combine(NAMES, TEXTS).as(Table.Column::text),
				Combinators.combine(NAMES, TEXTS).as(Table.Column::larkMarkdown),
				Combinators.combine(NAMES, TEXTS).as(Table.Column::markdown),
				Combinators.combine(NAMES, TEXTS).as(Table.Column::options),
				Combinators.combine(NAMES, TEXTS).as(Table.Column::persons),
				Combinators.combine(NAMES, TEXTS, formats).as(Table.Column::number),
				Combinators.combine(NAMES, TEXTS, TEXTS).as(Table.Column::date));
		Arbitrary<Length> widths = Arbitraries.oneOf(Values.lengths(80, 600, Length.AUTO),
				Arbitraries.integers().between(1, 100).map(Length::percent));
		return ArbitraryBuilder.of(columns, Function.<Table.Column>identity())
			.maybe(widths, Table.Column::width)
			.maybe(ALIGNS, (column, align) -> column.align(align, VerticalAlign.BOTTOM))
			.build(Function.identity())
			.list()
			.ofMinSize(1)
			.ofMaxSize(4);
	}

	/** Some values for the columns. */
	private static Arbitrary<Map<String, Object>> tableRow(List<Table.Column> columns) {
		ArbitraryBuilder<Map<String, Object>> rows = ArbitraryBuilder.of(BOOLEANS, (any) -> new LinkedHashMap<>());
		for (Table.Column column : columns) {
			rows.with(cells(column), (row, value) -> {
				row.put(column.name(), value);
				return row;
			});
		}
		return rows.build(HashMap::new);
	}

	private static Arbitrary<Object> cells(Table.Column column) {
		return switch (column.dataType()) {
			case TEXT, LARK_MD, MARKDOWN -> TEXTS.map(Object.class::cast);
			case NUMBER -> Arbitraries.oneOf(Arbitraries.integers(), Arbitraries.longs(), Values.DOUBLES);
			case DATE -> Arbitraries.longs().between(0, 4_000_000_000_000L).map(Object.class::cast);
			case PERSONS -> Arbitraries.oneOf(FILLED_TEXTS, FILLED_TEXTS.list().ofMaxSize(2));
			case OPTIONS -> Combinators.combine(TEXTS, Arbitraries.of(Color.GREEN, Color.named("neutral")))
				.as(Table.Option::of)
				.list()
				.ofMaxSize(2)
				.map(Object.class::cast);
		};
	}

}
