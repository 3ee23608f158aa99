"""After the talk: what each side promised, when to look again, whether there is a way forward, what carries over."""
