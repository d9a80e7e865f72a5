// The editor's own link without its paste rule, which gives a pasted link whose words look like an address a new one:
// »politi.dk« that leads to https://www.politi.dk/ came to lead to http://politi.dk.

import { Link as Base } from "django-prose-editor/editor";

export const Link = Base.extend({ addPasteRules: () => [] });
