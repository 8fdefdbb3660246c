package io.ephemeral.sample;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

import io.ephemeral.feishu.simulator.FeishuSimulator;
import io.ephemeral.feishu.simulator.MemberMessage;
import io.ephemeral.feishu.simulator.ShownCard;
import io.ephemeral.feishu.simulator.ShownToast;
import io.ephemeral.feishu.simulator.SimulatedChat;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;

import static org.assertj.core.api.Assertions.assertThat;

@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
class ReminderBotTests {

	@Autowired
	private FeishuSimulator feishu;

	private SimulatedChat chat;

	@BeforeEach
	void createChat() {
		this.chat = this.feishu.createChat("ada", "bob", "carl");
		this.chat.setLanguage("ada", Locale.US);
		this.chat.setLanguage("bob", Locale.SIMPLIFIED_CHINESE);
	}

	private ShownCard formOf(String name) {
		this.chat.member(name).says("/remind");
		this.feishu.settle();
		return this.chat.seenBy(name).get(0);
	}

	@ParameterizedTest
	@MethodSource("commands")
	void formWhenAskedForInAnyWayThenIsShown(MemberMessage command) {
		this.chat.member("ada").sends(command);

		this.feishu.settle();
		assertThat(this.chat.seenBy("ada").get(0).title()).isEqualTo("Set a reminder");
	}

	private static Stream<MemberMessage> commands() {
		return Stream.of(MemberMessage.builder().mentionAll().text("/remind").build(),
				MemberMessage.builder().mentionBot().text("/remind").build(),
				MemberMessage.text("/remind\nme to water the plants"), MemberMessage.text("/remind me"),
				MemberMessage.builder().image().text("/remind").build(),
				MemberMessage.builder()
					.image()
					.mentionAll()
					.text("/remind\n")
					.link("plants", "https://example.com")
					.build());
	}

	@Test
	void formWhenTextOnlyContainsTheCommandThenIsNotShown() {
		this.chat.member("ada").says("/reminder");
		this.chat.member("ada").says("Try\n/remind");
		formOf("bob");

		assertThat(this.chat.seenBy("ada")).isEmpty();
	}

	private static Map<String, Object> reminder(String text) {
		return new HashMap<>(Map.of("text", text, "date", LocalDate.now(ZoneId.systemDefault()).plusDays(1), "time",
				LocalTime.of(9, 30), "whom", "carl"));
	}

	@Test
	void reminderWhenSavedThenEverybodySeesItInTheOwnLanguageAndFormIsGone() {
		this.feishu.canary("Water the plants").allowedForEverybody();
		ShownCard form = formOf("ada");
		assertThat(form.title()).isEqualTo("Set a reminder");
		assertThat(this.chat.seenBy("bob")).isEmpty();

		assertThat(form.submit(reminder("Water the plants"))).hasValue(new ShownToast("success", "Saved", 0));

		this.feishu.settle();
		assertThat(this.chat.seenBy("ada")).extracting(ShownCard::title).containsExactly("Reminder");
		assertThat(this.chat.seenBy("bob")).extracting(ShownCard::title).containsExactly("提醒");
		assertThat(this.chat.seenBy("bob").get(0).text()).contains("Water the plants");
	}

	@Test
	void formWhenAskedInChineseThenIsInChinese() {
		ShownCard form = formOf("bob");

		assertThat(form.title()).isEqualTo("设置提醒");
		assertThat(form.submit(reminder("浇花"))).hasValue(new ShownToast("success", "已保存", 0));
	}

	@Test
	void formWhenTimeIsOverThenToastSaysSoAndFormStays() {
		this.feishu.canary("Water the plants").allowedFor("ada");
		Map<String, Object> late = reminder("Water the plants");
		late.put("date", LocalDate.now(ZoneId.systemDefault()).minusDays(1));

		assertThat(formOf("ada").submit(late))
			.hasValue(new ShownToast("error", "That time is over. Please pick a later one.", 0));

		assertThat(this.chat.seenBy("ada")).hasSize(1);
		assertThat(this.chat.seenBy("carl")).isEmpty();
	}

	@Test
	void formWhenTimeIsOverThenSaysSoBelowItAndKeepsTheRest() {
		ShownCard form = formOf("bob");
		Map<String, Object> late = reminder("浇花");
		late.put("date", LocalDate.now(ZoneId.systemDefault()).minusDays(1));

		form.submit(late);

		this.feishu.settle();
		ShownCard again = this.chat.seenBy("bob").get(0);
		assertThat(again.text()).containsSubsequence("时间", "该时间已过，请选择更晚的时间。", "提醒谁");
		assertThat(again.json().toString()).contains("\"default_value\":\"浇花\"");
		assertThat(again.press("取消")).hasValue(new ShownToast("info", "已取消", 0));
	}

	@Test
	void formWhenCancelledThenVanishes() {
		assertThat(formOf("ada").press("Cancel")).hasValue(new ShownToast("info", "Canceled", 0));

		this.feishu.settle();
		assertThat(this.chat.seenBy("ada")).isEmpty();
		assertThat(this.chat.seenBy("bob")).isEmpty();
	}

	@Test
	void formsWhenOfTwoMembersThenEachHasItsOwn() {
		ShownCard first = formOf("ada");
		ShownCard second = formOf("bob");

		second.submit(reminder("Second"));
		first.submit(reminder("First"));

		this.feishu.settle();
		assertThat(this.chat.seenBy("ada")).hasSize(2);
		assertThat(this.chat.seenBy("bob")).hasSize(2);
		assertThat(this.chat.seenBy("carl")).hasSize(2);
		List<String> seen = this.chat.seenBy("carl").stream().map(ShownCard::text).toList();
		assertThat(seen).anyMatch((text) -> text.contains("First")).anyMatch((text) -> text.contains("Second"));
	}

	@Test
	void reminderWhenTextIsMarkdownThenIsShownAsTyped() {
		formOf("ada").submit(reminder("<at id=all></at> [x](https://example.com)"));

		this.feishu.settle();
		assertThat(this.chat.seenBy("carl").get(0).text()).doesNotContain("<at", "](");
	}

}
