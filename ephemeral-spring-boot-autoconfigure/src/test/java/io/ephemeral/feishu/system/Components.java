package io.ephemeral.feishu.system;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import io.ephemeral.feishu.card.element.Audio;
import io.ephemeral.feishu.card.element.Button;
import io.ephemeral.feishu.card.element.Chart;
import io.ephemeral.feishu.card.element.Checker;
import io.ephemeral.feishu.card.element.DatePicker;
import io.ephemeral.feishu.card.element.DateTimePicker;
import io.ephemeral.feishu.card.element.Div;
import io.ephemeral.feishu.card.element.Divider;
import io.ephemeral.feishu.card.element.Fallback;
import io.ephemeral.feishu.card.element.FormElement;
import io.ephemeral.feishu.card.element.Image;
import io.ephemeral.feishu.card.element.ImageCombination;
import io.ephemeral.feishu.card.element.Input;
import io.ephemeral.feishu.card.element.Markdown;
import io.ephemeral.feishu.card.element.MultiSelectPerson;
import io.ephemeral.feishu.card.element.MultiSelectStatic;
import io.ephemeral.feishu.card.element.NestedElement;
import io.ephemeral.feishu.card.element.Overflow;
import io.ephemeral.feishu.card.element.Person;
import io.ephemeral.feishu.card.element.PersonList;
import io.ephemeral.feishu.card.element.PlainText;
import io.ephemeral.feishu.card.element.SelectImage;
import io.ephemeral.feishu.card.element.SelectOption;
import io.ephemeral.feishu.card.element.SelectPerson;
import io.ephemeral.feishu.card.element.SelectStatic;
import io.ephemeral.feishu.card.element.Text;
import io.ephemeral.feishu.card.element.TimePicker;
import io.ephemeral.feishu.card.style.AspectRatio;
import io.ephemeral.feishu.card.style.Length;
import io.ephemeral.feishu.card.style.SelectType;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

import static io.ephemeral.feishu.system.Values.BEHAVIORS;
import static io.ephemeral.feishu.system.Values.BOOLEANS;
import static io.ephemeral.feishu.system.Values.CALLBACKS;
import static io.ephemeral.feishu.system.Values.COLORS;
import static io.ephemeral.feishu.system.Values.ELEMENT_IDS;
import static io.ephemeral.feishu.system.Values.FILLED_TEXTS;
import static io.ephemeral.feishu.system.Values.ICONS;
import static io.ephemeral.feishu.system.Values.LINES;
import static io.ephemeral.feishu.system.Values.MARGINS;
import static io.ephemeral.feishu.system.Values.NAMES;
import static io.ephemeral.feishu.system.Values.PADDINGS;
import static io.ephemeral.feishu.system.Values.PLAIN_TEXTS;
import static io.ephemeral.feishu.system.Values.RADII;
import static io.ephemeral.feishu.system.Values.STYLED_TEXTS;
import static io.ephemeral.feishu.system.Values.TEXTS;
import static io.ephemeral.feishu.system.Values.TRANSLATIONS;
import static io.ephemeral.feishu.system.Values.WIDTHS;

/**
 * Arbitrary components that hold no others, each with its builder.
 */
final class Components {

	static final Arbitrary<Fallback> FALLBACKS = Arbitraries.oneOf(Arbitraries.just(Fallback.DROP),
			TEXTS.map(Fallback::text));

	private static final Arbitrary<String[]> KEYS = FILLED_TEXTS.array(String[].class).ofMaxSize(4);

	/** Options of different values. */
	private static final Arbitrary<List<SelectOption>> OPTIONS = ArbitraryBuilder
		.of(Combinators.combine(TEXTS, NAMES).as(SelectOption::of), (option) -> option)
		.maybe(ICONS, SelectOption::icon)
		.build((option) -> option)
		.list()
		.ofMaxSize(3);

	private Components() {
	}

	/** What may stand in the body of an ephemeral card. */
	static Arbitrary<NestedElement> outsideForm() {
		return new OneArbitrary<>(Arbitraries
			.oneOf(Stream.of(shows(), Stream.of(charts()), fields(false)).flatMap((all) -> all).toList()));
	}

	/** What may stand in a form. */
	static Arbitrary<FormElement> inForm() {
		List<Arbitrary<? extends FormElement>> all = new ArrayList<>();
		shows().forEach(all::add);
		fields(true).forEach(all::add);
		all.add(multiSelectStatics());
		all.add(multiSelectPersons());
		return new OneArbitrary<>(Arbitraries.oneOf(all));
	}

	private static Stream<Arbitrary<? extends NestedElement>> shows() {
		return Stream.of(divs(), markdowns(), dividers(), images(), imageCombinations(), persons(), personLists(),
				overflows());
	}

	private static Stream<Arbitrary<? extends NestedElement>> fields(boolean inForm) {
		return Stream.of(inForm ? formButtons() : buttons(), inputs(), selectStatics(), selectPersons(), datePickers(),
				timePickers(), dateTimePickers(), selectImages(inForm), checkers(inForm));
	}

	private static Arbitrary<Div> divs() {
		return ArbitraryBuilder.of(STYLED_TEXTS, Div::builder)
			.maybe(ELEMENT_IDS, Div.Builder::elementId)
			.maybe(MARGINS, Div.Builder::margin)
			.maybe(ICONS, Div.Builder::icon)
			.maybe(Values.lengths(16, 999, Length.FILL, Length.AUTO), Div.Builder::width)
			.build(Div.Builder::build);
	}

	private static Arbitrary<Markdown> markdowns() {
		return ArbitraryBuilder.of(TEXTS, Markdown::builder)
			.maybe(ELEMENT_IDS, Markdown.Builder::elementId)
			.maybe(MARGINS, Markdown.Builder::margin)
			.maybe(TRANSLATIONS, (builder, translation) -> builder.in(translation.get1(), translation.get2()))
			.maybe(Values.ALIGNS, Markdown.Builder::textAlign)
			.maybe(Values.TEXT_SIZES, Markdown.Builder::textSize)
			.maybe(ICONS, Markdown.Builder::icon)
			.build(Markdown.Builder::build);
	}

	private static Arbitrary<Divider> dividers() {
		return ArbitraryBuilder.of(BOOLEANS, (any) -> Divider.builder())
			.maybe(ELEMENT_IDS, Divider.Builder::elementId)
			.maybe(MARGINS, Divider.Builder::margin)
			.build(Divider.Builder::build);
	}

	private static Arbitrary<Image> images() {
		Arbitrary<Integer> pixels = Arbitraries.integers().between(1, 1000);
		return ArbitraryBuilder.of(FILLED_TEXTS, (key) -> Image.builder(key, key))
			.maybe(ELEMENT_IDS, Image.Builder::elementId)
			.maybe(MARGINS, Image.Builder::margin)
			.maybe(PLAIN_TEXTS, Image.Builder::title)
			.maybe(RADII, Image.Builder::cornerRadius)
			.maybe(Arbitraries.of(Image.ScaleType.class), Image.Builder::scaleType)
			.maybe(Arbitraries.of(Image.Size.STRETCH, Image.Size.LARGE, Image.Size.MEDIUM, Image.Size.SMALL,
					Image.Size.TINY), Image.Builder::size)
			.maybe(Combinators.combine(pixels, pixels).as(Image.Size::pixels), Image.Builder::size)
			.maybe(BOOLEANS, Image.Builder::transparent)
			.maybe(BOOLEANS, Image.Builder::preview)
			.build(Image.Builder::build);
	}

	private static Arbitrary<ImageCombination> imageCombinations() {
		Arbitrary<ImageCombination.Builder> builders = Arbitraries.of(ImageCombination.Mode.class)
			.flatMap((mode) -> FILLED_TEXTS.array(String[].class)
				.ofSize((mode == ImageCombination.Mode.DOUBLE) ? 2 : 3)
				.map((keys) -> ImageCombination.builder(mode, keys)));
		return ArbitraryBuilder.of(builders, (builder) -> builder)
			.maybe(ELEMENT_IDS, ImageCombination.Builder::elementId)
			.maybe(MARGINS, ImageCombination.Builder::margin)
			.maybe(BOOLEANS, ImageCombination.Builder::transparent)
			.maybe(RADII, ImageCombination.Builder::cornerRadius)
			.build(ImageCombination.Builder::build);
	}

	private static Arbitrary<Person> persons() {
		return ArbitraryBuilder.of(FILLED_TEXTS, Person::builder)
			.maybe(ELEMENT_IDS, Person.Builder::elementId)
			.maybe(MARGINS, Person.Builder::margin)
			.maybe(Arbitraries.of(Person.Size.class), Person.Builder::size)
			.maybe(BOOLEANS, Person.Builder::showAvatar)
			.maybe(BOOLEANS, Person.Builder::showName)
			.maybe(Arbitraries.of(Person.Style.class), Person.Builder::style)
			.build(Person.Builder::build);
	}

	private static Arbitrary<PersonList> personLists() {
		return ArbitraryBuilder.of(KEYS, PersonList::builder)
			.maybe(ELEMENT_IDS, PersonList.Builder::elementId)
			.maybe(MARGINS, PersonList.Builder::margin)
			.maybe(Arbitraries.of(Person.Size.class), PersonList.Builder::size)
			.maybe(LINES, PersonList.Builder::lines)
			.maybe(BOOLEANS, PersonList.Builder::showAvatar)
			.maybe(BOOLEANS, PersonList.Builder::showName)
			.maybe(BOOLEANS, PersonList.Builder::dropInvalidUserId)
			.maybe(ICONS, PersonList.Builder::icon)
			.build(PersonList.Builder::build);
	}

	private static Arbitrary<Chart> charts() {
		return ArbitraryBuilder.of(Values.JSON_OBJECTS, Chart::builder)
			.maybe(ELEMENT_IDS, Chart.Builder::elementId)
			.maybe(MARGINS, Chart.Builder::margin)
			.maybe(Arbitraries.of(AspectRatio.class), Chart.Builder::aspectRatio)
			.maybe(Arbitraries.of(Chart.ColorTheme.class), Chart.Builder::colorTheme)
			.maybe(BOOLEANS, Chart.Builder::preview)
			.maybe(Values.lengths(1, 999, Length.AUTO), Chart.Builder::height)
			.build(Chart.Builder::build);
	}

	/** What no ephemeral card can hold. */
	static Arbitrary<Audio> audios() {
		return ArbitraryBuilder.of(FILLED_TEXTS, Audio::builder)
			.maybe(ELEMENT_IDS, Audio.Builder::elementId)
			.maybe(MARGINS, Audio.Builder::margin)
			.maybe(NAMES, Audio.Builder::audioId)
			.maybe(BOOLEANS, Audio.Builder::showProgressBar)
			.maybe(BOOLEANS, Audio.Builder::showTime)
			.maybe(Arbitraries.of(Audio.TimeDisplay.class), Audio.Builder::timeDisplay)
			.maybe(Arbitraries.of(Audio.TimePosition.class), Audio.Builder::timePosition)
			.maybe(Arbitraries.of(Audio.Style.class), Audio.Builder::style)
			.maybe(Values.BORDERS, Audio.Builder::border)
			.maybe(PADDINGS, Audio.Builder::padding)
			.maybe(COLORS, Audio.Builder::backgroundStyle)
			.maybe(COLORS, Audio.Builder::fillColor)
			.maybe(WIDTHS, Audio.Builder::width)
			.maybe(Audio.Builder::disabled)
			.maybe(PLAIN_TEXTS, Audio.Builder::disabledTips)
			.maybe(FALLBACKS, Audio.Builder::fallback)
			.build(Audio.Builder::build);
	}

	private static Arbitrary<Button> buttons() {
		return buttonBuilders().maybe(NAMES, Button.Builder::name)
			.maybe(BEHAVIORS, Button.Builder::behavior)
			.maybe(BEHAVIORS, Button.Builder::behavior)
			.build(Button.Builder::build);
	}

	private static Arbitrary<Button> formButtons() {
		return formButtonBuilders(Arbitraries.of(Button.FormAction.class)).map(Button.Builder::build);
	}

	static Arbitrary<Button> submitButtons() {
		return formButtonBuilders(Arbitraries.just(Button.FormAction.SUBMIT)).map(Button.Builder::build);
	}

	private static Arbitrary<Button.Builder> formButtonBuilders(Arbitrary<Button.FormAction> actions) {
		return buttonBuilders()
			.with(Combinators.combine(NAMES, actions).as(Map::entry),
					(builder, action) -> builder.form(action.getKey(), action.getValue()))
			.maybe(CALLBACKS, Button.Builder::behavior)
			.build((builder) -> builder);
	}

	private static ArbitraryBuilder<Button.Builder> buttonBuilders() {
		return ArbitraryBuilder.<PlainText, Button.Builder>of(PLAIN_TEXTS, Button::builder)
			.maybe(ELEMENT_IDS, Button.Builder::elementId)
			.maybe(MARGINS, Button.Builder::margin)
			.maybe(Arbitraries.of(Button.Type.class), Button.Builder::type)
			.maybe(Arbitraries.of(Button.Size.class), Button.Builder::size)
			.maybe(WIDTHS, Button.Builder::width)
			.maybe(ICONS, Button.Builder::icon)
			.maybe(PLAIN_TEXTS, Button.Builder::hoverTips)
			.maybe(Button.Builder::disabled)
			.maybe(PLAIN_TEXTS, Button.Builder::disabledTips)
			.maybe(TEXTS, (builder, text) -> builder.confirm(text, text));
	}

	private static Arbitrary<Input> inputs() {
		return ArbitraryBuilder.of(NAMES, Input::builder)
			.maybe(ELEMENT_IDS, Input.Builder::elementId)
			.maybe(MARGINS, Input.Builder::margin)
			.maybe(CALLBACKS, Input.Builder::behavior)
			.maybe(TEXTS, (builder, text) -> builder.confirm(text, text))
			.maybe(BOOLEANS, Input.Builder::required)
			.maybe(Input.Builder::disabled)
			.maybe(PLAIN_TEXTS, Input.Builder::placeholder)
			.maybe(WIDTHS, Input.Builder::width)
			.maybe(PLAIN_TEXTS, Input.Builder::label)
			.maybe(Arbitraries.of(Input.LabelPosition.class), Input.Builder::labelPosition)
			.maybe(TEXTS, Input.Builder::defaultValue)
			.maybe(PLAIN_TEXTS, Input.Builder::disabledTips)
			.maybe(Arbitraries.integers().between(1, 1000), Input.Builder::maxLength)
			.maybe(Arbitraries.of(Input.Type.class), Input.Builder::inputType)
			.maybe(BOOLEANS, Input.Builder::showIcon)
			.maybe(LINES, Input.Builder::rows)
			.maybe(BOOLEANS, Input.Builder::autoResize)
			.maybe(LINES, Input.Builder::maxRows)
			.maybe(FALLBACKS, Input.Builder::fallback)
			.build(Input.Builder::build);
	}

	private static Arbitrary<Overflow> overflows() {
		Arbitrary<Overflow.Option> options = Arbitraries.oneOf(
				Combinators.combine(FILLED_TEXTS, TEXTS).as((text, value) -> Overflow.Option.of(text, value)),
				Combinators.combine(FILLED_TEXTS, Values.MULTI_URLS).as((text, url) -> Overflow.Option.of(text, url)));
		return ArbitraryBuilder.of(BOOLEANS, (any) -> Overflow.builder())
			.with(options.list().ofMaxSize(3), (builder, all) -> {
				all.forEach(builder::option);
				return builder;
			})
			.maybe(ELEMENT_IDS, Overflow.Builder::elementId)
			.maybe(MARGINS, Overflow.Builder::margin)
			.maybe(NAMES, Overflow.Builder::name)
			.maybe(CALLBACKS, Overflow.Builder::behavior)
			.maybe(TEXTS, (builder, text) -> builder.confirm(text, text))
			.maybe(WIDTHS, Overflow.Builder::width)
			.build(Overflow.Builder::build);
	}

	private static Arbitrary<SelectStatic> selectStatics() {
		return ArbitraryBuilder.of(NAMES, SelectStatic::builder).with(OPTIONS, (builder, options) -> {
			options.forEach(builder::option);
			return builder;
		})
			.maybe(ELEMENT_IDS, SelectStatic.Builder::elementId)
			.maybe(MARGINS, SelectStatic.Builder::margin)
			.maybe(CALLBACKS, SelectStatic.Builder::behavior)
			.maybe(TEXTS, (builder, text) -> builder.confirm(text, text))
			.maybe(BOOLEANS, SelectStatic.Builder::required)
			.maybe(SelectStatic.Builder::disabled)
			.maybe(PLAIN_TEXTS, SelectStatic.Builder::placeholder)
			.maybe(WIDTHS, SelectStatic.Builder::width)
			.maybe(Arbitraries.of(SelectType.class), SelectStatic.Builder::type)
			.maybe(TEXTS, SelectStatic.Builder::initialOption)
			.maybe(Arbitraries.integers().between(0, 3), SelectStatic.Builder::initialIndex)
			.build(SelectStatic.Builder::build);
	}

	private static Arbitrary<FormElement> multiSelectStatics() {
		return ArbitraryBuilder.of(NAMES, MultiSelectStatic::builder).with(OPTIONS, (builder, options) -> {
			options.forEach(builder::option);
			return builder;
		})
			.maybe(ELEMENT_IDS, MultiSelectStatic.Builder::elementId)
			.maybe(MARGINS, MultiSelectStatic.Builder::margin)
			.maybe(CALLBACKS, MultiSelectStatic.Builder::behavior)
			.maybe(BOOLEANS, MultiSelectStatic.Builder::required)
			.maybe(MultiSelectStatic.Builder::disabled)
			.maybe(PLAIN_TEXTS, MultiSelectStatic.Builder::placeholder)
			.maybe(WIDTHS, MultiSelectStatic.Builder::width)
			.maybe(Arbitraries.of(SelectType.class), MultiSelectStatic.Builder::type)
			.maybe(TEXTS.list().ofMaxSize(2), MultiSelectStatic.Builder::selectedValues)
			.build(MultiSelectStatic.Builder::build);
	}

	private static Arbitrary<SelectPerson> selectPersons() {
		return ArbitraryBuilder.of(NAMES, SelectPerson::builder)
			.maybe(ELEMENT_IDS, SelectPerson.Builder::elementId)
			.maybe(MARGINS, SelectPerson.Builder::margin)
			.maybe(CALLBACKS, SelectPerson.Builder::behavior)
			.maybe(BOOLEANS, SelectPerson.Builder::required)
			.maybe(SelectPerson.Builder::disabled)
			.maybe(PLAIN_TEXTS, SelectPerson.Builder::placeholder)
			.maybe(WIDTHS, SelectPerson.Builder::width)
			.maybe(Arbitraries.of(SelectType.class), SelectPerson.Builder::type)
			.maybe(TEXTS, SelectPerson.Builder::initialOption)
			.maybe(KEYS, SelectPerson.Builder::persons)
			.build(SelectPerson.Builder::build);
	}

	private static Arbitrary<FormElement> multiSelectPersons() {
		return ArbitraryBuilder.of(NAMES, MultiSelectPerson::builder)
			.maybe(ELEMENT_IDS, MultiSelectPerson.Builder::elementId)
			.maybe(MARGINS, MultiSelectPerson.Builder::margin)
			.maybe(BOOLEANS, MultiSelectPerson.Builder::required)
			.maybe(MultiSelectPerson.Builder::disabled)
			.maybe(PLAIN_TEXTS, MultiSelectPerson.Builder::placeholder)
			.maybe(WIDTHS, MultiSelectPerson.Builder::width)
			.maybe(Arbitraries.of(SelectType.class), MultiSelectPerson.Builder::type)
			.maybe(TEXTS.list().ofMaxSize(2), MultiSelectPerson.Builder::selectedValues)
			.maybe(KEYS, MultiSelectPerson.Builder::persons)
			.build(MultiSelectPerson.Builder::build);
	}

	private static Arbitrary<DatePicker> datePickers() {
		return ArbitraryBuilder.of(NAMES, DatePicker::builder)
			.maybe(ELEMENT_IDS, DatePicker.Builder::elementId)
			.maybe(MARGINS, DatePicker.Builder::margin)
			.maybe(CALLBACKS, DatePicker.Builder::behavior)
			.maybe(BOOLEANS, DatePicker.Builder::required)
			.maybe(DatePicker.Builder::disabled)
			.maybe(PLAIN_TEXTS, DatePicker.Builder::placeholder)
			.maybe(WIDTHS, DatePicker.Builder::width)
			.maybe(dateTimes().map(LocalDateTime::toLocalDate), DatePicker.Builder::initialDate)
			.build(DatePicker.Builder::build);
	}

	private static Arbitrary<TimePicker> timePickers() {
		return ArbitraryBuilder.of(NAMES, TimePicker::builder)
			.maybe(ELEMENT_IDS, TimePicker.Builder::elementId)
			.maybe(MARGINS, TimePicker.Builder::margin)
			.maybe(CALLBACKS, TimePicker.Builder::behavior)
			.maybe(BOOLEANS, TimePicker.Builder::required)
			.maybe(TimePicker.Builder::disabled)
			.with(PLAIN_TEXTS, TimePicker.Builder::placeholder)
			.maybe(WIDTHS, TimePicker.Builder::width)
			.maybe(dateTimes().map(LocalDateTime::toLocalTime), TimePicker.Builder::initialTime)
			.build(TimePicker.Builder::build);
	}

	private static Arbitrary<DateTimePicker> dateTimePickers() {
		return ArbitraryBuilder.of(NAMES, DateTimePicker::builder)
			.maybe(ELEMENT_IDS, DateTimePicker.Builder::elementId)
			.maybe(MARGINS, DateTimePicker.Builder::margin)
			.maybe(CALLBACKS, DateTimePicker.Builder::behavior)
			.maybe(BOOLEANS, DateTimePicker.Builder::required)
			.maybe(DateTimePicker.Builder::disabled)
			.maybe(PLAIN_TEXTS, DateTimePicker.Builder::placeholder)
			.maybe(WIDTHS, DateTimePicker.Builder::width)
			.with(dateTimes(), DateTimePicker.Builder::initialDatetime)
			.build(DateTimePicker.Builder::build);
	}

	/** To the second, such as the present one. */
	private static Arbitrary<LocalDateTime> dateTimes() {
		LocalDateTime start = LocalDate.of(1970, 1, 1).atTime(LocalTime.MIDNIGHT);
		return Arbitraries.integers().between(0, Integer.MAX_VALUE).map(start::plusSeconds);
	}

	private static Arbitrary<SelectImage> selectImages(boolean inForm) {
		Arbitrary<SelectImage.Option> options = Combinators.combine(FILLED_TEXTS, NAMES).as(SelectImage.Option::of);
		return ArbitraryBuilder.of(NAMES, SelectImage::builder).with(options.list().ofMaxSize(3), (builder, all) -> {
			all.forEach(builder::option);
			return builder;
		})
			.maybe(ELEMENT_IDS, SelectImage.Builder::elementId)
			.maybe(MARGINS, SelectImage.Builder::margin)
			.maybe(CALLBACKS, SelectImage.Builder::behavior)
			.maybe(TEXTS, (builder, text) -> builder.confirm(text, text))
			.maybe(SelectImage.Builder::required)
			.maybe(SelectImage.Builder::disabled)
			.maybe(PLAIN_TEXTS, SelectImage.Builder::disabledTips)
			.maybe((builder) -> inForm ? builder.multiSelect() : builder)
			.maybe(Arbitraries.of(SelectImage.Layout.class), SelectImage.Builder::layout)
			.maybe(BOOLEANS, SelectImage.Builder::canPreview)
			.maybe(Arbitraries.of(AspectRatio.SQUARE, AspectRatio.FOUR_TO_THREE, AspectRatio.SIXTEEN_TO_NINE),
					SelectImage.Builder::aspectRatio)
			.build(SelectImage.Builder::build);
	}

	private static Arbitrary<Checker> checkers(boolean inForm) {
		Arbitrary<Button.Builder> buttons = inForm ? formButtonBuilders(Arbitraries.of(Button.FormAction.class))
				: buttonBuilders().build((builder) -> builder);
		return ArbitraryBuilder.<Text, Checker.Builder>of(STYLED_TEXTS, Checker::builder)
			.with(NAMES, Checker.Builder::name)
			.maybe(ELEMENT_IDS, Checker.Builder::elementId)
			.maybe(MARGINS, Checker.Builder::margin)
			.maybe(CALLBACKS, Checker.Builder::behavior)
			.maybe(TEXTS, (builder, text) -> builder.confirm(text, text))
			.maybe(Checker.Builder::checked)
			.maybe(BOOLEANS, Checker.Builder::overallCheckable)
			.maybe(Combinators
				.combine(Arbitraries.of(Checker.PcDisplayRule.class),
						buttons.array(Button.Builder[].class).ofMaxSize(3))
				.as(Map::entry), (builder, area) -> builder.buttons(area.getKey(), area.getValue()))
			.maybe(Arbitraries.doubles().between(0, 1).ofScale(9),
					(builder, opacity) -> builder.checkedStyle(true, opacity))
			.maybe(PADDINGS, Checker.Builder::padding)
			.maybe(PLAIN_TEXTS, Checker.Builder::hoverTips)
			.maybe(Checker.Builder::disabled)
			.maybe(PLAIN_TEXTS, Checker.Builder::disabledTips)
			.build(Checker.Builder::build);
	}

}
