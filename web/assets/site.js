// Everything works without this file. It only keeps empty fields out of the address of a search.
for (const form of document.querySelectorAll('form[method="get"]')) {
  form.addEventListener('formdata', (event) => {
    for (const [name, value] of [...event.formData]) {
      if (value === '') event.formData.delete(name)
    }
  })
}
