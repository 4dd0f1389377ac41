package wv2interrupt

// Language is a language of the texts. It is valid for the loaded library only: store the tag, not the number. All texts are
// English for an unknown language.
type Language int32

// English is what the texts are in for an unknown language, too.
const English Language = 0

// FindLanguage finds the language that fits a BCP 47 tag, a name of a Windows language or a POSIX locale best: "de_AT.UTF-8"
// gives German. It is Unknown and false where none fits, and for "", "C" and "POSIX".
func FindLanguage(tag string) (Language, bool) {
	language := languageFind(tag)
	return language, language != Unknown
}

// SystemLanguage is the language of the person: on Windows the first of GetUserPreferredUILanguages that the library speaks,
// elsewhere what LC_ALL, LC_MESSAGES, LANG and LANGUAGE say. English where none of them is known.
func SystemLanguage() Language {
	for _, tag := range systemLanguageTags() {
		if language, ok := FindLanguage(tag); ok {
			return language
		}
	}
	return English
}

// Languages are all that the library speaks. English is the first.
func Languages() []Language {
	var languages []Language
	for language := English; int32(language) < languageCount(); language++ {
		languages = append(languages, language)
	}
	return languages
}

// Tag is the BCP 47 tag of the language: "pt-BR". "" for an unknown language.
func (l Language) Tag() string { return languageTag(l) }

// String is the tag of the language. "" for an unknown language.
func (l Language) String() string { return l.Tag() }

// Name is what the language calls itself, for a menu: "Deutsch". "" for an unknown language.
func (l Language) Name() string { return languageName(l) }

// Direction is how the language is written. Unknown for an unknown language.
func (l Language) Direction() Direction { return languageDirection(l) }
