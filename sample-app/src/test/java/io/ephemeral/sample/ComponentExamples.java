package io.ephemeral.sample;

import java.lang.reflect.Method;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import io.ephemeral.feishu.card.Card;
import io.ephemeral.feishu.card.Config;
import io.ephemeral.feishu.card.element.Audio;
import io.ephemeral.feishu.card.element.Behavior;
import io.ephemeral.feishu.card.element.BodyElement;
import io.ephemeral.feishu.card.element.Border;
import io.ephemeral.feishu.card.element.Button;
import io.ephemeral.feishu.card.element.Chart;
import io.ephemeral.feishu.card.element.Checker;
import io.ephemeral.feishu.card.element.CollapsiblePanel;
import io.ephemeral.feishu.card.element.Column;
import io.ephemeral.feishu.card.element.ColumnSet;
import io.ephemeral.feishu.card.element.DatePicker;
import io.ephemeral.feishu.card.element.DateTimePicker;
import io.ephemeral.feishu.card.element.Div;
import io.ephemeral.feishu.card.element.Divider;
import io.ephemeral.feishu.card.element.ElementBuilder;
import io.ephemeral.feishu.card.element.Form;
import io.ephemeral.feishu.card.element.Icon;
import io.ephemeral.feishu.card.element.Image;
import io.ephemeral.feishu.card.element.ImageCombination;
import io.ephemeral.feishu.card.element.Input;
import io.ephemeral.feishu.card.element.InteractiveContainer;
import io.ephemeral.feishu.card.element.Markdown;
import io.ephemeral.feishu.card.element.MultiSelectPerson;
import io.ephemeral.feishu.card.element.MultiSelectStatic;
import io.ephemeral.feishu.card.element.MultiUrl;
import io.ephemeral.feishu.card.element.Overflow;
import io.ephemeral.feishu.card.element.Person;
import io.ephemeral.feishu.card.element.PersonList;
import io.ephemeral.feishu.card.element.PlainText;
import io.ephemeral.feishu.card.element.SelectImage;
import io.ephemeral.feishu.card.element.SelectPerson;
import io.ephemeral.feishu.card.element.SelectStatic;
import io.ephemeral.feishu.card.element.Table;
import io.ephemeral.feishu.card.element.TimePicker;
import io.ephemeral.feishu.card.style.Box;
import io.ephemeral.feishu.card.style.Color;
import io.ephemeral.feishu.card.style.Length;
import io.ephemeral.feishu.card.style.TextSize;
import org.junit.jupiter.params.provider.Arguments;

/**
 * The examples of {@code docs/cards.md}: a method per component, named by its tag.
 */
final class ComponentExamples {

	private ComponentExamples() {
	}

	/** The examples by their tags, each in a card of its own. */
	static Stream<Arguments> cards() {
		return Stream.of(ComponentExamples.class.getDeclaredMethods())
			.filter((method) -> method.getReturnType() == ElementBuilder.class)
			.sorted(Comparator.comparing(Method::getName))
			.map((method) -> Arguments.of(method.getName(), card(method)));
	}

	@SuppressWarnings("unchecked")
	private static Card card(Method example) {
		try {
			Card.Builder card = Card.builder().add((ElementBuilder<? extends BodyElement>) example.invoke(null));
			return example.getName().equals("audio") ? card.config(Config.defaults().enableForward(false)).build()
					: card.build();
		}
		catch (ReflectiveOperationException ex) {
			throw new IllegalStateException(ex);
		}
	}

	static ElementBuilder<? extends BodyElement> markdown() {
		return Markdown
			.builder("**Lunch** on <font color='green'>Friday</font>, with <at id=all></at>\n- noodles\n- rice :OK:")
			.icon(Icon.standard("calendar_outlined").color(Color.BLUE));
	}

	static ElementBuilder<? extends BodyElement> div() {
		return Div.builder(PlainText.of("Nothing *here* is formatted").size(TextSize.HEADING).color(Color.GREY))
			.icon(Icon.standard("info_outlined"));
	}

	static ElementBuilder<? extends BodyElement> hr() {
		return Divider.builder();
	}

	static ElementBuilder<? extends BodyElement> img() {
		return Image.builder("img_v3_canteen", "The canteen")
			.title("The canteen")
			.size(Image.Size.pixels(240, 120))
			.cornerRadius(Length.pixels(8));
	}

	static ElementBuilder<? extends BodyElement> img_combination() {
		return ImageCombination.builder(ImageCombination.Mode.TRIPLE, "img_v3_soup", "img_v3_rice", "img_v3_tea");
	}

	static ElementBuilder<? extends BodyElement> person() {
		return Person.builder("ou_ada").showName(true);
	}

	static ElementBuilder<? extends BodyElement> person_list() {
		return PersonList.builder("ou_ada", "ou_bob", "ou_carl").showAvatar(true).lines(1);
	}

	static ElementBuilder<? extends BodyElement> chart() {
		return Chart
			.builder(
					Map.of("type", "bar", "xField", "day", "yField", "guests", "data",
							Map.of("values",
									List.of(Map.of("day", "Mon", "guests", 12), Map.of("day", "Tue", "guests", 19),
											Map.of("day", "Wed", "guests", 7)))))
			.height(Length.pixels(180));
	}

	static ElementBuilder<? extends BodyElement> table() {
		return Table
			.builder(Table.Column.text("dish", "Dish"),
					Table.Column.number("price", "Price", Table.NumberFormat.precision(2).symbol("¥")),
					Table.Column.options("kind", "Kind"))
			.row(Map.of("dish", "Noodles", "price", 18, "kind", List.of(Table.Option.of("hot", Color.RED))))
			.row(Map.of("dish", "Rice", "price", 4.5, "kind", List.of(Table.Option.of("mild", Color.GREEN))));
	}

	static ElementBuilder<? extends BodyElement> button() {
		return Button.builder("Count me in")
			.type(Button.Type.PRIMARY)
			.icon(Icon.standard("yes_outlined"))
			.confirm("Sure?", "The kitchen cooks for you.")
			.callback(Map.of("action", "join", "day", "friday"));
	}

	static ElementBuilder<? extends BodyElement> input() {
		return Input.builder("wish")
			.label("Your wish")
			.placeholder("No onions, please")
			.inputType(Input.Type.MULTILINE_TEXT)
			.rows(2)
			.maxLength(200)
			.callback("wish");
	}

	static ElementBuilder<? extends BodyElement> overflow() {
		return Overflow.builder()
			.option("Remind me later", "later")
			.option(Overflow.Option.of("Menu", MultiUrl.of("https://example.com/menu")))
			.callback("more");
	}

	static ElementBuilder<? extends BodyElement> select_static() {
		return SelectStatic.builder("dish")
			.placeholder("What will it be?")
			.option("Noodles", "noodles")
			.option("Rice", "rice")
			.callback("dish");
	}

	static ElementBuilder<? extends BodyElement> multi_select_static() {
		return Form.builder("orders")
			.add(MultiSelectStatic.builder("dishes")
				.placeholder("All you like")
				.option("Noodles", "noodles")
				.option("Rice", "rice")
				.selectedValues(List.of("rice")))
			.add(Button.submit("order", "Order").callback("order"));
	}

	static ElementBuilder<? extends BodyElement> select_person() {
		return SelectPerson.builder("cook").placeholder("Who cooks?").callback("cook");
	}

	static ElementBuilder<? extends BodyElement> multi_select_person() {
		return Form.builder("invitation")
			.add(MultiSelectPerson.builder("guests").placeholder("Who comes?").persons("ou_ada", "ou_bob"))
			.add(Button.submit("invite", "Invite").callback("invite"));
	}

	static ElementBuilder<? extends BodyElement> date_picker() {
		return DatePicker.builder("day").initialDate(LocalDate.of(2026, 12, 24)).callback("day");
	}

	static ElementBuilder<? extends BodyElement> picker_time() {
		return TimePicker.builder("time").initialTime(LocalTime.of(12, 30)).callback("time");
	}

	static ElementBuilder<? extends BodyElement> picker_datetime() {
		return DateTimePicker.builder("when").initialDatetime(LocalDateTime.of(2026, 12, 24, 12, 30)).callback("when");
	}

	static ElementBuilder<? extends BodyElement> select_img() {
		return SelectImage.builder("dish").option("img_v3_soup", "soup").option("img_v3_rice", "rice").callback("dish");
	}

	static ElementBuilder<? extends BodyElement> checker() {
		return Checker.builder("Set the table")
			.name("table")
			.checked()
			.checkedStyle(true, 0.6)
			.buttons(Checker.PcDisplayRule.ALWAYS, Button.builder("Skip").type(Button.Type.TEXT).callback("skip"))
			.callback("table");
	}

	static ElementBuilder<? extends BodyElement> audio() {
		return Audio.builder("file_v3_greeting").showTime(true);
	}

	static ElementBuilder<? extends BodyElement> column_set() {
		return ColumnSet.builder()
			.column(Column.builder().weight(3).add(Markdown.of("**Noodles**\nwith soup")))
			.column(Column.builder().weight(1).add(Button.builder("Order").callback("noodles")))
			.backgroundStyle(Color.GREY);
	}

	static ElementBuilder<? extends BodyElement> form() {
		return Form.builder("reminder")
			.add(Input.builder("text").label("What").placeholder("Water the plants").required().maxLength(200))
			.add(DateTimePicker.builder("when").placeholder("When").required())
			.add(ColumnSet.inForm()
				.column(Column.inForm().add(Button.submit("save", "Save").type(Button.Type.PRIMARY).callback("save")))
				.column(Column.inForm().add(Button.reset("clear", "Clear"))));
	}

	static ElementBuilder<? extends BodyElement> interactive_container() {
		return InteractiveContainer.builder(Behavior.openUrl("https://example.com/menu"))
			.border(Color.BLUE)
			.cornerRadius(Length.pixels(8))
			.padding(Box.pixels(8, 12))
			.add(Markdown.of("**Menu of the week**\nPress anywhere"));
	}

	static ElementBuilder<? extends BodyElement> collapsible_panel() {
		return CollapsiblePanel.builder(CollapsiblePanel.Header.of(PlainText.of("Allergens")))
			.border(Border.of(Color.GREY, Length.pixels(5)))
			.expanded()
			.add(Markdown.of("Wheat, soy and sesame"));
	}

}
