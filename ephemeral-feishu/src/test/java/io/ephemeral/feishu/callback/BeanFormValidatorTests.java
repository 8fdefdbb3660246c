package io.ephemeral.feishu.callback;

import java.util.List;
import java.util.Locale;

import io.ephemeral.feishu.card.element.CardLocale;
import io.ephemeral.feishu.form.FormMistake;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotBlank;
import org.hibernate.validator.messageinterpolation.ParameterMessageInterpolator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.validation.beanvalidation.LocalValidatorFactoryBean;

import static org.assertj.core.api.Assertions.assertThat;

class BeanFormValidatorTests {

	private final LocalValidatorFactoryBean validators = new LocalValidatorFactoryBean();

	private BeanFormValidator validator;

	@BeforeEach
	void createValidator() {
		this.validators.setMessageInterpolator(new ParameterMessageInterpolator());
		this.validators.afterPropertiesSet();
		this.validator = new BeanFormValidator(this.validators);
	}

	@AfterEach
	void close() {
		this.validators.close();
		LocaleContextHolder.resetLocaleContext();
	}

	@Test
	void formWhenRightThenThereIsNoComplaint() {
		assertThat(this.validator.validate(new Form("Lunch", 1))).isNull();
	}

	@Test
	void formWhenWrongThenComplaintIsInTheLanguagesOfTheClients() {
		Toast toast = this.validator.validate(new Form(" ", 1));

		assertThat(toast.type()).isEqualTo(Toast.Type.ERROR);
		assertThat(toast.content()).isEqualTo("text: must not be blank");
		assertThat(toast.i18n()).containsEntry(CardLocale.ZH_CN, "text: 不能为空")
			.containsEntry(CardLocale.EN_US, "text: must not be blank")
			.containsKeys(CardLocale.values());
	}

	@Test
	void formWhenMessageIsTheApplicationsThenStandsAlone() {
		assertThat(this.validator.validate(new Form(" ", 100)).content())
			.isEqualTo("At most 10 people\ntext: must not be blank");
	}

	@Test
	void mistakesWhenFormIsWrongThenBelongToTheirFieldsInAllLanguages() {
		List<FormMistake> mistakes = this.validator.mistakes(new Form(" ", 100));

		assertThat(mistakes).extracting(FormMistake::field).containsExactly("people", "text");
		assertThat(mistakes.get(0).text().content()).isEqualTo("At most 10 people");
		assertThat(mistakes.get(1).text().content()).isEqualTo("must not be blank");
		assertThat(mistakes.get(1).text().i18nContent()).containsEntry(CardLocale.ZH_CN, "不能为空");
	}

	@Test
	void mistakesWhenAccessorLooksLikeGetterThenAreNotRepeated() {
		Meal wrong = new Meal(false, "");

		assertThat(this.validator.mistakes(wrong)).extracting(FormMistake::field).containsExactly("getName", "isHot");
		assertThat(this.validator.mistakes(Meal.class, "isHot", false)).hasSize(1);
		assertThat(this.validator.validate(wrong).content())
			.isEqualTo("getName: must not be blank\nisHot: must be true");
	}

	@Test
	void mistakesWhenOneComponentIsCheckedThenOthersAreNot() {
		assertThat(this.validator.mistakes(Form.class, "people", 100)).extracting(FormMistake::field)
			.containsExactly("people");
		assertThat(this.validator.mistakes(Form.class, "people", 1)).isEmpty();
	}

	@Test
	void mistakesWhenValidatorKnowsNoFieldsThenToastIsGeneral() {
		FormValidator validator = (form) -> Toast.of(Toast.Type.ERROR, "no").in(CardLocale.ZH_CN, "不行");

		FormMistake mistake = validator.mistakes(new Form("a", 1)).get(0);

		assertThat(mistake.field()).isNull();
		assertThat(mistake.text().content()).isEqualTo("no");
		assertThat(mistake.text().i18nContent()).containsEntry(CardLocale.ZH_CN, "不行");
	}

	@Test
	void threadWhenHasLocaleThenKeepsIt() {
		LocaleContextHolder.setLocale(Locale.ITALY);

		this.validator.validate(new Form(" ", 1));

		assertThat(LocaleContextHolder.getLocale()).isEqualTo(Locale.ITALY);
	}

	record Meal(@AssertTrue boolean isHot, @NotBlank String getName) {
	}

	record Form(@NotBlank String text, @Max(value = 10, message = "At most 10 people") int people) {
	}

}
