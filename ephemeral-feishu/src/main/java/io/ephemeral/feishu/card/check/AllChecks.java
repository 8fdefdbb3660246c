package io.ephemeral.feishu.card.check;

import io.ephemeral.feishu.card.json.CardPath;
import io.ephemeral.feishu.card.rule.CardTarget;
import tools.jackson.databind.JsonNode;

/**
 * All checks for one walk, in the order of what they report at the same place. Each is
 * called by its own name, so that the compiler can inline it.
 */
final class AllChecks implements CardCheck {

	private final NameChecks names = new NameChecks();

	private final TextChecks texts;

	private final StyleChecks styles;

	private final FormChecks forms = new FormChecks();

	private final InputChecks inputs = new InputChecks();

	private final TableChecks tables = new TableChecks();

	private final MediaChecks media;

	private final LimitChecks limits;

	private final SettingChecks settings;

	AllChecks(JsonNode card, CardTarget target, LimitChecks limits) {
		this.texts = new TextChecks(target);
		this.styles = new StyleChecks(card);
		this.media = new MediaChecks(card, target);
		this.limits = limits;
		this.settings = new SettingChecks(card);
	}

	@Override
	public void visit(Visit visit, Violations violations) {
		this.names.visit(visit, violations);
		switch (visit.role()) {
			case TEXT -> {
				this.texts.visit(visit, violations);
				this.styles.visit(visit, violations);
			}
			case INTERACTIVE -> {
				this.forms.visit(visit, violations);
				this.inputs.visit(visit, violations);
			}
			case CONTAINER -> this.forms.visit(visit, violations);
			case OTHER -> {
				this.forms.visit(visit, violations);
				this.inputs.visit(visit, violations);
				this.tables.visit(visit, violations);
				this.media.visit(visit, violations);
			}
			case PART -> {
			}
		}
		this.limits.visit(visit, violations);
	}

	/** Checks a text property of any object, with or without a tag. */
	void checkProperty(CardPath path, String property, String value, Violations violations) {
		this.styles.checkProperty(path, property, value, violations);
	}

	@Override
	public void end(Violations violations) {
		this.forms.end(violations);
		this.limits.end(violations);
		this.settings.end(violations);
	}

}
